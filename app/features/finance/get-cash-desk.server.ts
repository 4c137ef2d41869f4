import { businessDay } from "~/domain/calendar";
import type { DealStage } from "~/domain/deal-state";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { type DealSchedule, readSchedule } from "./get-schedule.server";

export type DeskAccount = { id: string; kind: "SUPERVISED" | "GENERAL"; bank: string; name: string; number: string };
export type DeskDeal = {
  id: string;
  stage: DealStage;
  units: string;
  customer: string;
  buyers: string[];
  schedule: DealSchedule;
};
/** What the cashier has on the desk: the deals that a payment is for, and where its money may go. */
export type CashDesk = {
  deals: DeskDeal[];
  seller: { id: string; name: string } | null;
  accounts: DeskAccount[];
  /** The account that the homes' permits want house money in. */
  supervisedAccountId: string | null;
  today: string;
};

const person = { select: { name: true } } as const;

/** The chosen deals with what they owe today, and the accounts of their seller. Unknown ids are left out. */
export async function getCashDesk(ctx: Ctx, dealIds: readonly string[]): Promise<CashDesk> {
  demand(may(ctx.permissions, "payment:record"));
  const today = businessDay(ctx.now);
  const rows = await db.deal.findMany({
    where: { id: { in: [...dealIds] }, projectId: ctx.projectId },
    select: {
      id: true,
      stage: true,
      customer: { select: { person } },
      buyers: { select: { person }, orderBy: { position: "asc" } },
      claims: {
        where: { endedAt: null },
        orderBy: { since: "asc" },
        select: {
          unit: {
            select: {
              label: true,
              permit: { select: { supervisedAccountId: true } },
              building: { select: { kind: true, phase: { select: { sellerId: true } } } },
            },
          },
        },
      },
    },
  });
  const ordered = dealIds.flatMap((id) => rows.find((row) => row.id === id) ?? []);
  const units = ordered.flatMap(({ claims }) => claims.map(({ unit }) => unit));
  const sellerId = units[0]?.building.phase.sellerId;
  const seller = sellerId
    ? await db.seller.findUnique({
        where: { id: sellerId },
        include: { accounts: { orderBy: [{ kind: "asc" }, { number: "asc" }] } },
      })
    : null;
  const presale = units.find(({ building, permit }) => building.kind === "PRESALE" && permit);
  return {
    deals: await Promise.all(
      ordered.map(async ({ id, stage, customer, buyers, claims }) => ({
        id,
        stage,
        units: claims.map(({ unit }) => unit.label).join("、"),
        customer: customer.person.name,
        buyers: buyers.map((buyer) => buyer.person.name),
        schedule: await readSchedule(db, id, ctx.settings, today),
      })),
    ),
    seller: seller && { id: seller.id, name: seller.name },
    accounts: (seller?.accounts ?? []).map(({ id, kind, bank, name, number }) => ({ id, kind, bank, name, number })),
    supervisedAccountId: presale?.permit?.supervisedAccountId ?? null,
    today,
  };
}
