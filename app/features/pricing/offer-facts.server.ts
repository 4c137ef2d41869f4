import type { ApprovalFacts } from "~/domain/approval-facts";
import type { DiscountLine } from "~/domain/discount";
import { fen } from "~/domain/money";
import type { PlanLine } from "~/domain/payment-plan";
import { quotient } from "~/domain/rounding";
import type { Tx } from "~/platform/db.server";
import { dayOf, maybeDayOf } from "~/platform/stored-day.server";
import { planLineOf } from "./list-plans.server";
import { schemeLineOf } from "./list-schemes.server";
import type { Offer, OfferKind } from "./offer-state.server";

type Terms = NonNullable<ApprovalFacts["terms"]>;

/** What whoever decides on a scheme or plan has to know: its name, and every line as it is written. */
export async function offerFacts(tx: Tx, kind: OfferKind, { id, name }: Offer): Promise<ApprovalFacts> {
  const include = { lines: { orderBy: { position: "asc" } } } as const;
  if (kind === "payment_plan") {
    const { lines } = await tx.paymentPlan.findUniqueOrThrow({ where: { id }, include });
    return { plan: name, terms: lines.map(planLineOf).map(instalment) };
  }
  const { lines, validFrom, validUntil } = await tx.discountScheme.findUniqueOrThrow({ where: { id }, include });
  const until = maybeDayOf(validUntil);
  return {
    scheme: name,
    from: dayOf(validFrom),
    ...(until && { until }),
    terms: lines.map(schemeLineOf).map(discount),
  };
}

function instalment({ item, due, amount }: PlanLine): Terms[number] {
  return {
    term: item,
    dueEvent: due.event,
    ...(due.event === "FIXED_DATE" ? { dueOn: due.on } : { dueDays: due.days }),
    ...(amount.kind === "PERCENT" && { ratePpm: amount.share }),
    ...(amount.kind === "AMOUNT" && { amountFen: amount.amount }),
  };
}

function discount(line: DiscountLine): Terms[number] {
  const { planKinds, signWithinDays } = line.conditions;
  return {
    term: line.name,
    discountKind: line.kind,
    ...(planKinds?.[0] && { planKind: planKinds[0] }),
    ...(signWithinDays !== undefined && { signWithin: signWithinDays }),
    ...effect(line),
  };
}

function effect(line: DiscountLine): Terms[number] {
  if (line.kind === "MULTIPLY") return { ratePpm: line.factor };
  if (line.kind === "POINTS") return { ratePpm: line.points };
  if (line.kind === "TOTAL_OFF") return { offFen: line.amount };
  return { offFen: fen(quotient(BigInt(line.perSquareMetre), 100n, "HALF_UP")) };
}
