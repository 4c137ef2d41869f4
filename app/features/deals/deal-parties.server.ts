import { z } from "zod";
import { maskPhone } from "~/features/customers/phone";
import { pool } from "~/platform/db.server";
import { PriceBasis } from "~/platform/prisma/enums";

const party = z.object({ name: z.string(), phone: z.string().nullable(), hasId: z.boolean() }).transform((found) => ({
  ...found,
  phone: found.phone && maskPhone(found.phone),
}));
const unit = z.object({
  id: z.string(),
  label: z.string(),
  building: z.string(),
  layout: z.string().nullable(),
  gross: z.number(),
  internal: z.number(),
  listFen: z.string().transform(BigInt).nullable(),
  priceBasis: z.enum(PriceBasis),
  given: z.boolean(),
});
const parties = z.object({
  consultant: z.string(),
  customer: party,
  buyers: z.array(z.object({ party, sharePpm: z.number().nullable() })),
  units: z.array(unit),
  signers: z.record(z.string(), z.string()),
});
/** Phones masked; a home that the deal gave back is `given`. */
export type DealParties = z.infer<typeof parties>;

const partyOf = (person: string) => `json_build_object('name', ${person}.name, 'hasId', ${person}."idIndex" IS NOT NULL,
  'phone', (SELECT t.e164 FROM "PersonPhone" t WHERE t."personId" = ${person}.id AND t."primary"))`;

const PARTIES = `SELECT o.name AS consultant, ${partyOf("p")} AS customer,
  (SELECT coalesce(json_agg(json_build_object('party', ${partyOf("e")}, 'sharePpm', b."sharePpm") ORDER BY b.position), '[]')
    FROM "DealBuyer" b JOIN "Person" e ON e.id = b."personId" WHERE b."dealId" = d.id) AS buyers,
  (SELECT coalesce(json_agg(json_build_object('id', u.id, 'label', u.label, 'building', g.name, 'layout', y.name,
      'gross', u."grossCentiares", 'internal', u."internalCentiares", 'listFen', u."listFen"::text,
      'priceBasis', u."priceBasis", 'given', c."endedAt" IS NOT NULL) ORDER BY c.since), '[]')
    FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId" JOIN "Building" g ON g.id = u."buildingId"
      LEFT JOIN "Layout" y ON y.id = u."layoutId" WHERE c."dealId" = d.id) AS units,
  (SELECT coalesce(json_object_agg(x.id, x.name), '{}') FROM "User" x
    WHERE x.id IN (s."draftedById", s."unitConfirmedById", s."signedById", k."preparedById", k."approvedById")) AS signers
FROM "Deal" d JOIN "User" o ON o.id = d."consultantId" JOIN "ProjectCustomer" a ON a.id = d."customerId"
  JOIN "Person" p ON p.id = a."personId" LEFT JOIN "Subscription" s ON s."dealId" = d.id
  LEFT JOIN "Contract" k ON k."dealId" = d.id
WHERE d.id = $1`;

/** Homes and people of a deal in one question: for callers that have found the deal within their reach. */
export async function readParties(dealId: string): Promise<DealParties> {
  const { rows } = await pool.query({ name: "deal-parties", text: PARTIES, values: [dealId] });
  return parties.parse(rows[0]);
}
