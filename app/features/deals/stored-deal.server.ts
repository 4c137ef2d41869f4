import { z } from "zod";
import { day } from "~/domain/calendar";
import { DEAL_STAGES } from "~/domain/deal-state";
import { fen } from "~/domain/money";
import { ROLES } from "~/domain/permission";
import { PURSES } from "~/domain/receivable";
import { maskPhone } from "~/features/customers/phone";
import type { Acting } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import { DocumentKind, FilingState, OwnershipForm, PlanKind, PriceBasis } from "~/platform/prisma/enums";

const amount = z.number().transform((value) => fen(value));
const instant = z.string().transform((text) => new Date(text));
const isoDay = z.string().transform((text) => day(text));
/** Phones are masked. */
const party = z.object({ name: z.string(), phone: z.string().nullable(), hasId: z.boolean() }).transform((found) => ({
  ...found,
  phone: found.phone && maskPhone(found.phone),
}));
/** A home that the deal gave back is `given`. */
const unit = z.object({
  ...{ id: z.string(), label: z.string(), building: z.string(), layout: z.string().nullable() },
  ...{ gross: z.number(), internal: z.number(), priceBasis: z.enum(PriceBasis), given: z.boolean() },
  listFen: z.string().transform(BigInt).nullable(),
});
const subscription = z.object({
  ...{ number: z.string(), planName: z.string(), planKind: z.enum(PlanKind) },
  ...{ dealFen: amount, schemeFen: amount, earnestFen: amount, specialDepthPpm: z.number() },
  ...{ specialRelation: z.string(), specialReason: z.string(), eligibilityNote: z.string() },
  ...{ derivation: z.unknown(), schedule: z.unknown(), approvalId: z.string().nullable() },
  ...{ draftedById: z.string(), draftedAt: instant, signedById: z.string().nullable(), signedAt: instant.nullable() },
  ...{ unitConfirmedById: z.string().nullable(), unitConfirmedAt: instant.nullable(), payBy: instant.nullable() },
  ...{ effectiveAt: instant.nullable(), effectiveOn: isoDay.nullable() },
  ...{ signBy: isoDay.nullable(), signByExtensions: z.number() },
});
const contract = z.object({
  ...{ number: z.string(), signedOn: isoDay, areaBasis: z.enum(PriceBasis), priceFen: amount },
  ...{ preparedById: z.string(), approvedById: z.string(), unitCentifen: z.number().transform(BigInt).nullable() },
});
const filing = z.object({
  ...{ state: z.enum(FilingState), number: z.string().nullable(), recordNumber: z.string().nullable() },
  filedOn: instant.nullable(),
});
const paper = z.object({
  ...{ id: z.string(), kind: z.enum(DocumentKind), number: z.string(), edition: z.string(), enteredAt: instant },
});
const receipt = z.object({
  ...{ id: z.string(), number: z.string(), purse: z.enum(PURSES), item: z.string(), amount, on: isoDay },
});
const slip = z.object({
  ...{ id: z.string(), kind: z.string(), status: z.string(), chain: z.array(z.enum(ROLES)), step: z.number() },
  requestedById: z.string(),
});
const storedDeal = z.object({
  ...{ id: z.string(), stage: z.enum(DEAL_STAGES), version: z.number(), ownershipForm: z.enum(OwnershipForm) },
  ...{ holdUntil: z.date().nullable(), holdReason: z.string(), holdExtensions: z.number() },
  ...{ enteredAt: z.date(), endedAt: z.date().nullable(), endReason: z.string().nullable() },
  ...{ consultantId: z.string(), consultant: z.string(), customerId: z.string(), customer: party },
  buyers: z.array(z.object({ party, sharePpm: z.number().nullable() })),
  units: z.array(unit),
  ...{ subscription: subscription.nullable(), contract: contract.nullable(), filing: filing.nullable() },
  ...{ documents: z.array(paper), receipts: z.array(receipt), slips: z.array(slip) },
  /** Names by id of those who took its steps. */
  signers: z.record(z.string(), z.string()),
});
export type StoredDeal = z.infer<typeof storedDeal>;

const PARTY = (person: string) => `json_build_object('name', ${person}.name, 'hasId', ${person}."idIndex" IS NOT NULL,
  'phone', (SELECT t.e164 FROM "PersonPhone" t WHERE t."personId" = ${person}.id AND t."primary"))`;
const LIST = (values: string, order: string, from: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${values}) ORDER BY ${order}), '[]') FROM ${from})`;

// $1 deal, $2 project, $3 the consultant to whom alone it is shown, or null
const DEAL = `SELECT d.id, d.stage, d.version, d."ownershipForm", d."holdUntil", d."holdReason", d."holdExtensions",
  d."enteredAt", d."endedAt", d."endReason", d."consultantId", o.name AS consultant, d."customerId", ${PARTY("p")} AS customer,
  ${LIST(
    `'party', ${PARTY("e")}, 'sharePpm', b."sharePpm"`,
    "b.position",
    `"DealBuyer" b JOIN "Person" e ON e.id = b."personId" WHERE b."dealId" = d.id`,
  )} AS buyers,
  ${LIST(
    `'id', u.id, 'label', u.label, 'building', g.name, 'layout', y.name, 'gross', u."grossCentiares", 'internal',
      u."internalCentiares", 'listFen', u."listFen"::text, 'priceBasis', u."priceBasis", 'given', c."endedAt" IS NOT NULL`,
    "c.since",
    `"Claim" c JOIN "Unit" u ON u.id = c."unitId" JOIN "Building" g ON g.id = u."buildingId"
      LEFT JOIN "Layout" y ON y.id = u."layoutId" WHERE c."dealId" = d.id`,
  )} AS units,
  to_json(s) AS subscription, to_json(k) AS contract, to_json(f) AS filing,
  ${LIST(
    `'id', w.id, 'kind', w.kind, 'number', w.number, 'edition', w.edition, 'enteredAt', w."enteredAt"`,
    `w."enteredAt"`,
    `"DealDocument" w WHERE w."dealId" = d.id`,
  )} AS documents,
  ${LIST(
    `'id', r.id, 'number', r.number, 'purse', r.purse, 'item', r.item, 'amount', r."amountFen", 'on', r."businessOn"`,
    `r."recordedAt"`,
    `"Receipt" r WHERE r."dealId" = d.id AND r.status IN ('RECORDED', 'REVERSAL_ASKED')`,
  )} AS receipts,
  ${LIST(
    `'id', a.id, 'kind', a.kind, 'status', a.status, 'chain', a.chain, 'step', a.step, 'requestedById', a."requestedById"`,
    `a."requestedAt"`,
    `"Approval" a WHERE a."dealId" = d.id`,
  )} AS slips,
  (SELECT coalesce(json_object_agg(x.id, x.name), '{}') FROM "User" x
    WHERE x.id IN (s."draftedById", s."unitConfirmedById", s."signedById", k."preparedById", k."approvedById")) AS signers
FROM "Deal" d JOIN "User" o ON o.id = d."consultantId" JOIN "ProjectCustomer" q ON q.id = d."customerId"
  JOIN "Person" p ON p.id = q."personId" LEFT JOIN "Subscription" s ON s."dealId" = d.id
  LEFT JOIN "Contract" k ON k."dealId" = d.id LEFT JOIN "Filing" f ON f."dealId" = d.id
WHERE d.id = $1 AND d."projectId" = $2 AND ($3::uuid IS NULL OR d."consultantId" = $3)`;

/** All that stands about a deal beside its schedule and its trail, in one question; null where there is none. */
export async function readStoredDeal(
  by: Acting,
  dealId: string,
  consultantId: string | null,
): Promise<StoredDeal | null> {
  const values = [dealId, by.projectId, consultantId];
  const { rows } = await pool.query({ name: "stored-deal", text: DEAL, values });
  return rows[0] ? storedDeal.parse(rows[0]) : null;
}
