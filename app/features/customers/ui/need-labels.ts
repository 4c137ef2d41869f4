import type { Texts } from "~/i18n/texts";
import { AREAS, BUDGETS } from "../need-ranges";
import { GRADES, LAYOUTS, PURPOSES, SOURCES } from "../needs";

type Range = { min: number | null; max: number | null };

/** "300万–500万", "200万以下", "144.00㎡以上"; empty where both ends are open. */
export function rangeLabel({ t }: Texts, { min, max }: Range, format: (value: number) => string): string {
  if (min !== null && max !== null) return t("customers.between", { min: format(min), max: format(max) });
  if (max !== null) return t("customers.upTo", { max: format(max) });
  return min === null ? "" : t("customers.andAbove", { min: format(min) });
}

/** What the desk can choose from, in the reader's language. */
export function needChoices(texts: Texts) {
  const { enumLabel, wan } = texts;
  const squareMetres = (centiares: number) => `${Math.round(centiares / 100)}㎡`;
  return {
    sources: SOURCES.map((value) => ({ value, label: enumLabel("customerSource", value) })),
    purposes: PURPOSES.map((value) => ({ value, label: enumLabel("customerPurpose", value) })),
    layouts: LAYOUTS.map((value) => ({ value, label: enumLabel("customerLayout", value) })),
    grades: GRADES.map((value) => ({ value, label: value })),
    budgets: BUDGETS.map((range) => ({ value: range.id, label: rangeLabel(texts, range, roundWan(wan)) })),
    areas: AREAS.map((range) => ({ value: range.id, label: rangeLabel(texts, range, squareMetres) })),
  };
}

/** Without idle decimals: "300万". */
export function roundWan(wan: Texts["wan"]): (fen: number) => string {
  return (fen) => wan(fen).replace(/\.00(?=\D)/, "");
}
