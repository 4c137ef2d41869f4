import type { Fen } from "~/domain/money";
import { type LoanFigures, loanFigures, REPAYMENT_METHODS } from "~/domain/mortgage";
import { type Ppm, ppm } from "~/domain/rate";
import type { Texts } from "~/i18n/texts";
import { gap, heading, type Sheet } from "~/platform/pdf.server";
import { table } from "~/platform/pdf-table.server";
import { yuanText } from "./draw-parts.server";

export type QuotedLoan = { kind: "commercial" | "provident"; principal: Fen; ratePpm: number; years: number };

/** Monthly payments of each loan, by either method. */
export function drawLoans(sheet: Sheet, loans: readonly QuotedLoan[], texts: Texts): void {
  const { t, enumLabel, percent } = texts;
  for (const loan of loans) {
    const note = t("papers.loanTerms", { rate: percent(loan.ratePpm), years: loan.years });
    heading(sheet, `${t("papers.loanHead")} · ${t(`papers.${loan.kind}`)}`, note);
    table(sheet, {
      columns: [
        { title: t("papers.method"), share: 24 },
        { title: t("papers.principal"), share: 19, align: "right" },
        { title: t("papers.firstMonth"), share: 19, align: "right" },
        { title: t("papers.lastMonth"), share: 19, align: "right" },
        { title: t("papers.interest"), share: 19, align: "right" },
      ],
      rows: REPAYMENT_METHODS.map((method) => {
        const { first, last, interest } = figuresOf(loan, method);
        return [enumLabel("repaymentMethod", method), ...[loan.principal, first, last, interest].map(yuanText)];
      }),
    });
    gap(sheet, 14);
  }
}

function figuresOf({ principal, ratePpm, years }: QuotedLoan, method: (typeof REPAYMENT_METHODS)[number]): LoanFigures {
  const annualRate: Ppm = ppm(ratePpm);
  return loanFigures({ principal, annualRate, months: years * 12, method });
}
