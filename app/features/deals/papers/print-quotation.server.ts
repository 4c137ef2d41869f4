import { centiares } from "~/domain/area";
import { dayIn } from "~/domain/calendar";
import { fen, sumFen } from "~/domain/money";
import type { Instalment, PlanKind } from "~/domain/payment-plan";
import { type PurchaseCosts, purchaseCosts, usualHomeOrder } from "~/domain/purchase-costs";
import { Refused } from "~/domain/refusal";
import type { Settings } from "~/domain/setting";
import type { Locale } from "~/i18n/locale";
import { storedDerivation, storedSchedule } from "../read-subscription.server";
import type { QuotedLoan } from "./draw-loans.server";
import { drawQuotation, type QuotationContent } from "./draw-quotation.server";
import { type IssuedPaper, issuePaper, type Printer } from "./issue-paper.server";
import { type DealOnPaper, homesOf, placeOf } from "./paper-facts.server";

/** 置业计划书 of a deal whose subscription is drafted, in the reader's language. Refuses `not_found` before. */
export async function printQuotation(
  by: Printer & { locale: Locale },
  deal: DealOnPaper,
  portal: string,
): Promise<IssuedPaper> {
  const { subscription } = deal;
  if (!subscription) throw new Refused({ code: "not_found" });
  const schedule = storedSchedule(subscription.schedule);
  const content: QuotationContent = {
    locale: by.locale,
    place: placeOf(deal),
    homes: homesOf(deal),
    forName: deal.customer.person.name,
    consultant: deal.consultant.name,
    quotedOn: dayIn(by.timeZone, subscription.draftedAt),
    derivation: storedDerivation(subscription.derivation),
    plan: { name: subscription.planName, kind: subscription.planKind },
    schedule,
    loans: quotedLoans(subscription.planKind, schedule, by.settings),
    costs: costsOf(deal, subscription, by.settings),
  };
  return issuePaper(by, {
    dealId: deal.id,
    kind: "QUOTATION",
    reference: subscription.number.replace(/^RG/, "ZY"),
    edition: by.locale === "en" ? "EN" : "ZH",
    content,
    draw: (printed) => drawQuotation(content, printed, portal),
  });
}

/** Taxes and fees of the price that was agreed, for the home of the family that the customer said it is. */
function costsOf(deal: DealOnPaper, { dealFen }: { dealFen: bigint }, settings: Settings): PurchaseCosts | null {
  const [home] = homesOf(deal);
  if (!home) return null;
  const homeOrder = usualHomeOrder(deal.customer.firstHome);
  return purchaseCosts({ price: fen(dealFen), gross: centiares(home.gross), use: home.use, homeOrder }, settings);
}

/** The loans of a plan at the rates in force; of a combined one, what names the provident fund is its part. */
export function quotedLoans(kind: PlanKind, schedule: readonly Instalment[], settings: Settings): QuotedLoan[] {
  const lines = schedule.filter(({ loan }) => loan);
  const isFund = ({ item }: Instalment) =>
    kind === "PROVIDENT" || (kind === "COMBINED" && /公积金|provident/i.test(item ?? ""));
  const sum = (fund: boolean) => sumFen(lines.filter((line) => isFund(line) === fund).map(({ amount }) => fen(amount)));
  const [provident, commercial] = [sum(true), sum(false)];
  const years = settings.loanYears;
  const loans: QuotedLoan[] = [
    { kind: "provident", principal: provident, ratePpm: settings.providentRatePpm, years },
    { kind: "commercial", principal: commercial, ratePpm: settings.loanRatePpm, years },
  ];
  return loans.filter(({ principal }) => principal > 0);
}
