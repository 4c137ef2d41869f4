import type { PayableDeal } from "~/domain/payment";
import type { Tx } from "~/platform/db.server";
import type { UnitUse } from "~/platform/prisma/enums";
import type { MoneyDeal } from "./lock-money.server";

export type Payable = MoneyDeal & PayableDeal & { unitId: string | null; use: UnitUse | null; unitLabels: string[] };

/** What the homes and people of locked deals say about money for them, by deal. */
export async function payableDeals(tx: Tx, deals: readonly MoneyDeal[]): Promise<Map<string, Payable>> {
  const rows = await tx.deal.findMany({
    where: { id: { in: deals.map(({ id }) => id) } },
    select: {
      id: true,
      customer: { select: { person: { select: { name: true } } } },
      buyers: { select: { person: { select: { name: true } } } },
      claims: {
        where: { endedAt: null },
        orderBy: [{ since: "asc" }, { id: "asc" }],
        select: {
          unit: {
            select: {
              id: true,
              label: true,
              use: true,
              permit: { select: { supervisedAccountId: true } },
              building: { select: { kind: true, phase: { select: { sellerId: true } } } },
            },
          },
        },
      },
    },
  });
  const byId = new Map(deals.map((deal) => [deal.id, deal]));
  return new Map(
    rows.flatMap(({ id, customer, buyers, claims }) => {
      const deal = byId.get(id);
      if (!deal) return [];
      const units = claims.map(({ unit }) => unit);
      const main = units.find(({ use }) => use === "RESIDENCE") ?? units[0];
      const payable: Payable = {
        ...deal,
        ownNames: [customer.person.name, ...buyers.map(({ person }) => person.name)],
        homes: units.map(({ permit, building }) => ({
          sellerId: building.phase.sellerId,
          presale: building.kind === "PRESALE",
          supervisedAccountId: permit?.supervisedAccountId ?? null,
        })),
        unitId: main?.id ?? null,
        use: main?.use ?? null,
        unitLabels: units.map(({ label }) => label),
      };
      return [[id, payable] as const];
    }),
  );
}
