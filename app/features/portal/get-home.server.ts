import { dayIn } from "~/domain/calendar";
import { isLive } from "~/domain/deal-state";
import { readStatement, type Statement } from "~/features/finance/get-statement.server";
import { db } from "~/platform/db.server";
import type { BuyerCtx } from "~/platform/session.server";
import { milestonesOf, OWN, priceOf, unitsOf, wayOf } from "./home-parts.server";
import { findOwnDeal } from "./own-deal.server";
import { nextDueOf } from "./payments";

/** One home of the buyer with everything they should know of it; null for a deal that is not theirs. */
export async function getHome(by: BuyerCtx, dealId: string) {
  const place = await findOwnDeal(by, dealId);
  if (!place) return null;
  const today = dayIn(place.timeZone, by.now);
  const [deal, statement] = await Promise.all([
    db.deal.findUniqueOrThrow({ where: { id: dealId }, include: OWN }),
    readStatement(db, dealId, place.settings, today),
  ]);
  const { subscription, contract } = deal;
  const signed = subscription?.signedAt != null;
  return {
    id: deal.id,
    stage: deal.stage,
    live: isLive(deal.stage),
    endedAt: deal.endedAt,
    holdUntil: deal.stage === "HELD" ? deal.holdUntil : null,
    project: deal.project,
    seller: deal.claims[0]?.unit.building.phase.seller.name ?? "",
    consultant: deal.consultant.name,
    units: unitsOf(deal),
    price: priceOf(deal),
    subscription: signed ? subscription.number : null,
    contract: contract?.number ?? null,
    payBy: signed && deal.stage === "HELD" ? subscription.payBy : null,
    signBy: deal.stage === "RESERVED" && subscription?.signBy ? subscription.signBy.toISOString().slice(0, 10) : null,
    way: wayOf(deal, statement.totals.open === 0),
    milestones: milestonesOf(deal),
    today,
    nextDue: isLive(deal.stage) ? nextDueOf(statement.lines) : null,
    ...moneyOf(statement),
  };
}

export type OwnHome = NonNullable<Awaited<ReturnType<typeof getHome>>>;
export type OwnLine = OwnHome["lines"][number];

/** The statement as the buyer reads it: without ids and accounts of the office. */
function moneyOf({ lines, receipts, totals, fee }: Statement) {
  return {
    totals,
    fee,
    lines: lines.map(({ id, item, dueEvent, dueDays, dueOn, amount, allocated, open, state, loan, late }) => ({
      id,
      item,
      dueEvent,
      dueDays,
      dueOn,
      amount,
      paid: allocated,
      open,
      state,
      loan,
      late,
    })),
    receipts: receipts.map(({ id, number, item, amount, receivedOn, method, status }) => ({
      id,
      number,
      item,
      amount,
      receivedOn,
      method,
      reversed: status === "REVERSED",
    })),
  };
}
