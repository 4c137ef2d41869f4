import { type Fen, fen } from "~/domain/money";
import type { PurchaseCosts } from "~/domain/purchase-costs";
import { costHow } from "~/features/pricing/cost-words";
import type { Texts } from "~/i18n/texts";
import { gap, heading, type Sheet } from "~/platform/pdf.server";
import { type PdfPair, table } from "~/platform/pdf-table.server";
import { yuanText } from "./draw-parts.server";

const HEADING_HEIGHT = 24;
const ROW_HEIGHT = 22;

/** The room they take: heading, head, a row to each line, the total. */
export function costsHeight({ lines }: PurchaseCosts): number {
  return HEADING_HEIGHT + ROW_HEIGHT * (lines.length + 2);
}

/** Taxes and fees besides the price, each with how it comes about. */
export function drawCosts(sheet: Sheet, costs: PurchaseCosts, texts: Texts): void {
  const { t, enumLabel } = texts;
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
  gap(sheet, 14);
}

/** What the buyer pays of their own, taxes and fees included. */
export function ownWithCosts({ total }: PurchaseCosts, own: Fen, { t, money }: Texts): PdfPair {
  const value = `${money(fen(own + total))} = ${t("costs.cashNote", { own, costs: total })}`;
  return { label: t("costs.cash"), value, strong: true };
}
