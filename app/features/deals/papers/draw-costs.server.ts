import { fen, sumFen } from "~/domain/money";
import type { Instalment } from "~/domain/payment-plan";
import type { PurchaseCosts } from "~/domain/purchase-costs";
import { costHow } from "~/features/pricing/cost-words";
import type { Texts } from "~/i18n/texts";
import { gap, heading, type Sheet } from "~/platform/pdf.server";
import { form, table } from "~/platform/pdf-table.server";
import { yuanText } from "./draw-parts.server";

/** Taxes and fees besides the price, each with how it comes about, and the buyer's own money with them. */
export function drawCosts(sheet: Sheet, costs: PurchaseCosts, schedule: readonly Instalment[], texts: Texts): void {
  const { t, enumLabel, money } = texts;
  const { price, vat, net, lines, total } = costs;
  heading(sheet, t("costs.title"), t("costs.net", { net, price, vat }));
  table(sheet, {
    columns: [
      { title: t("costs.line"), share: 28 },
      { title: t("costs.how"), share: 52 },
      { title: t("costs.amount"), share: 20, align: "right" },
    ],
    rows: lines.map((line) => [enumLabel("costLine", line.kind), costHow(line, texts), yuanText(line.amount)]),
    total: [t("costs.total"), "", yuanText(total)],
  });
  if (schedule.length > 0) {
    const own = sumFen(schedule.filter(({ loan }) => !loan).map(({ amount }) => amount));
    gap(sheet, 6);
    const value = `${money(fen(own + total))} = ${t("costs.cashNote", { own, costs: total })}`;
    form(sheet, [[{ label: t("costs.cash"), value, strong: true }]]);
  }
  gap(sheet, 14);
}
