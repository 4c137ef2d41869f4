import { z } from "zod";
import type { PayableDeal } from "~/domain/payment";
import type { Tx } from "~/platform/db.server";
import { UnitUse } from "~/platform/prisma/enums";
import type { MoneyDeal } from "./lock-money.server";

const home = z.object({
  id: z.string(),
  label: z.string(),
  use: z.enum(UnitUse),
  sellerId: z.string(),
  presale: z.boolean(),
  supervisedAccountId: z.string().nullable(),
  /** What that account is, and whose. */
  account: z.object({ kind: z.enum(["SUPERVISED", "GENERAL"]), sellerId: z.string() }).nullable(),
});
export type Payable = MoneyDeal &
  PayableDeal & {
    personId: string;
    homes: z.infer<typeof home>[];
    unitId: string | null;
    use: UnitUse | null;
    unitLabels: string[];
  };

const payable = z.object({ id: z.string(), personId: z.string(), ownNames: z.array(z.string()), homes: z.array(home) });

/** What the homes and people of locked deals say about money for them, by deal. */
export async function payableDeals(tx: Tx, deals: readonly MoneyDeal[]): Promise<Map<string, Payable>> {
  if (deals.length === 0) return new Map();
  const rows = await tx.$queryRaw`
    SELECT d.id, p.id AS "personId", array_prepend(p.name, ARRAY(SELECT o.name FROM "DealBuyer" b JOIN "Person" o ON o.id = b."personId"
        WHERE b."dealId" = d.id ORDER BY b.position)) AS "ownNames",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'label', u.label, 'use', u.use, 'sellerId', h."sellerId",
          'presale', b.kind = 'PRESALE', 'supervisedAccountId', m."supervisedAccountId", 'account', CASE WHEN a.id IS NOT NULL
          THEN jsonb_build_object('kind', a.kind, 'sellerId', a."sellerId") END) ORDER BY c.since, c.id), '[]')
        FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId" JOIN "Building" b ON b.id = u."buildingId"
          JOIN "Phase" h ON h.id = b."phaseId" LEFT JOIN "Permit" m ON m.id = u."permitId"
          LEFT JOIN "SellerAccount" a ON a.id = m."supervisedAccountId"
        WHERE c."dealId" = d.id AND c."endedAt" IS NULL) AS homes
    FROM "Deal" d JOIN "ProjectCustomer" k ON k.id = d."customerId" JOIN "Person" p ON p.id = k."personId"
    WHERE d.id = ANY (${deals.map(({ id }) => id)}::uuid[])`;
  const found = new Map(deals.map((deal) => [deal.id, deal]));
  return new Map(
    z
      .array(payable)
      .parse(rows)
      .flatMap((row) => {
        const deal = found.get(row.id);
        return deal ? [[row.id, payableOf(deal, row)] as const] : [];
      }),
  );
}

function payableOf(deal: MoneyDeal, { personId, ownNames, homes }: z.infer<typeof payable>): Payable {
  const main = homes.find(({ use }) => use === "RESIDENCE") ?? homes[0];
  return {
    ...deal,
    personId,
    ownNames,
    homes,
    unitId: main?.id ?? null,
    use: main?.use ?? null,
    unitLabels: homes.map(({ label }) => label),
  };
}
