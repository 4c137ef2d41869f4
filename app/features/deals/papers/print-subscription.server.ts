import { fen } from "~/domain/money";
import { Refused } from "~/domain/refusal";
import { db } from "~/platform/db.server";
import { maybeDayOf } from "~/platform/stored-day.server";
import { storedDerivation, storedSchedule } from "../read-subscription.server";
import { zh } from "./draw-parts.server";
import { drawSubscription, type SubscriptionContent } from "./draw-subscription.server";
import { type IssuedPaper, issuePaper, type Printer } from "./issue-paper.server";
import { type DealOnPaper, homesOf, partiesOf, placeOf, supervisedAccountOf } from "./paper-facts.server";

export type PrintInput = {
  deal: DealOnPaper;
  /** ID numbers and phones in clear. */
  full: boolean;
  /** Where the buyer's own pages are, for the QR code. */
  portal: string;
};

/** 认购书 of a deal whose subscription is drafted. Refuses `not_found` before. */
export async function printSubscription(by: Printer, { deal, full, portal }: PrintInput): Promise<IssuedPaper> {
  const { subscription } = deal;
  if (!subscription) throw new Refused({ code: "not_found" });
  const edition = full ? "FULL" : "MASKED";
  const content = await contentOf(by, deal, full);
  return issuePaper(by, {
    dealId: deal.id,
    kind: "SUBSCRIPTION",
    reference: subscription.number,
    edition,
    content,
    draw: (printed) => drawSubscription(content, edition, printed, portal),
  });
}

async function contentOf(by: Printer, deal: DealOnPaper, full: boolean): Promise<SubscriptionContent> {
  const { subscription } = deal;
  if (!subscription) throw new Refused({ code: "not_found" });
  const names = await namesOf([subscription.draftedById, subscription.unitConfirmedById, subscription.signedById]);
  const [drafted = "", confirmed = "", signed = ""] = names;
  return {
    place: placeOf(deal),
    account: supervisedAccountOf(deal),
    homes: homesOf(deal),
    parties: partiesOf(deal, full),
    ownership: deal.ownershipForm,
    derivation: storedDerivation(subscription.derivation),
    schedule: storedSchedule(subscription.schedule),
    price: fen(subscription.dealFen),
    earnest: fen(subscription.earnestFen),
    plan: { name: subscription.planName, kind: subscription.planKind },
    eligibility: subscription.eligibilityNote,
    payBy: subscription.payBy && zh.moment(subscription.payBy),
    effectiveOn: maybeDayOf(subscription.effectiveOn),
    signBy: maybeDayOf(subscription.signBy),
    // Once the day stands, the number of days no longer matters.
    signByDays: subscription.signBy ? 0 : by.settings.signByDays,
    hands: { drafted, confirmed, signed },
  };
}

/** The names of these people, in this order; an empty one where there is nobody yet. */
export async function namesOf(ids: readonly (string | null)[]): Promise<string[]> {
  const known = ids.filter((id) => id !== null);
  const users = await db.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } });
  return ids.map((id) => users.find((user) => user.id === id)?.name ?? "");
}
