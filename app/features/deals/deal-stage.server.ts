import { dayIn } from "~/domain/calendar";
import type { DealStage, EndedStage, LiveStage } from "~/domain/deal-state";
import { Refused, unless, type Verdict } from "~/domain/refusal";
import { voidReceivables } from "~/features/finance/void-receivables.server";
import { type NewFact, recordFacts, takeBackFacts } from "~/features/projects/record-fact.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";

// With claim-unit.server.ts the one place that writes Deal.stage and opens or ends claims.

export type LockedDeal = {
  id: string;
  stage: DealStage;
  customerId: string;
  consultantId: string;
  holdUntil: Date | null;
  holdExtensions: number;
  version: number;
};

/** Holds the row until the transaction ends. Another project's deal is `not_found`, and not locked. */
export async function lockDeal(tx: Tx, ctx: Acting, dealId: string): Promise<LockedDeal> {
  const [deal] = await tx.$queryRaw<LockedDeal[]>`
    SELECT id, stage::text AS stage, "customerId", "consultantId", "holdUntil", "holdExtensions", version
    FROM "Deal" WHERE id = ${dealId}::uuid AND "projectId" = ${ctx.projectId}::uuid
    FOR UPDATE`;
  if (!deal) throw new Refused({ code: "not_found" });
  return deal;
}

/** Refuses a form that was filled in over an older state of the deal. */
export function isCurrent(deal: { version: number }, version: number): Verdict {
  return unless(deal.version === version, "stale_version", { version: deal.version });
}

/** Moves a locked live deal on. A stage other than HELD has no until-time. */
export async function moveDeal(tx: Tx, deal: LockedDeal, stage: LiveStage): Promise<void> {
  await tx.deal.update({
    where: { id: deal.id },
    data: { stage, version: { increment: 1 }, ...(stage === "HELD" ? {} : { holdUntil: null }) },
  });
}

/** Counts a change of a deal's papers that leaves its stage alone, so that forms filled in before it are refused. */
export async function touchDeal(
  tx: Tx,
  deal: LockedDeal,
  data: { holdUntil?: Date; holdExtensions?: number; ownershipForm?: "SOLE" | "JOINT" | "BY_SHARES" } = {},
): Promise<void> {
  await tx.deal.update({ where: { id: deal.id }, data: { ...data, version: { increment: 1 } } });
}

/** What counts on a deal at each stage, and how its end is counted. */
const COUNTED = {
  HELD: [["HOLD", "HOLD_ENDED"]],
  RESERVED: [["SUBSCRIPTION", "SUBSCRIPTION_ENDED"]],
  CONTRACTED: [
    ["SUBSCRIPTION", "SUBSCRIPTION_ENDED"],
    ["CONTRACT", "CONTRACT_ENDED"],
  ],
} as const satisfies Record<LiveStage, readonly (readonly [NewFact["kind"], NewFact["kind"]])[]>;

/** Ends a locked deal: gives back its units, its schedule, and what was counted for it. Money received stays received. */
export async function endDeal(tx: Tx, ctx: Acting, deal: LockedDeal, stage: EndedStage, reason: string): Promise<void> {
  const on = dayIn(ctx.timeZone, ctx.now);
  for (const [counted, ended] of COUNTED[deal.stage as LiveStage]) {
    const facts = await countedFacts(tx, deal.id, counted);
    await recordFacts(
      tx,
      ctx,
      facts.map((fact) => ({ ...fact, kind: ended, businessOn: on })),
    );
    await takeBackFacts(tx, ctx, { dealId: deal.id, kind: counted }, on);
  }
  await voidReceivables(tx, ctx, deal.id);
  await tx.deal.update({
    where: { id: deal.id },
    data: { stage, endedAt: ctx.now, endReason: reason, version: { increment: 1 } },
  });
  // A clock that was put back must not keep a unit from being given back.
  await tx.$executeRaw`
    UPDATE "Claim" SET "endedAt" = greatest(since, ${ctx.now}::timestamptz)
    WHERE "dealId" = ${deal.id}::uuid AND "endedAt" IS NULL`;
}

/** Facts of one kind on a deal that still count. */
async function countedFacts(tx: Tx, dealId: string, kind: NewFact["kind"]): Promise<Omit<NewFact, "businessOn">[]> {
  const written = await tx.fact.findMany({ where: { dealId, kind } });
  const corrected = new Set(written.map((fact) => fact.correctsSeq));
  return written
    .filter((fact) => fact.sign === 1 && !corrected.has(fact.seq))
    .map((fact) => ({
      kind,
      dealId,
      amountFen: Number(fact.amountFen),
      areaCentiares: fact.areaCentiares,
      ...(fact.unitId ? { unitId: fact.unitId } : {}),
      ...(fact.customerId ? { customerId: fact.customerId } : {}),
      ...(fact.userId ? { userId: fact.userId } : {}),
      ...(fact.use ? { use: fact.use } : {}),
    }));
}
