import type { CostLine } from "~/domain/purchase-costs";
import type { Texts } from "~/i18n/texts";

/** How a tax or fee comes about: "¥3,369,464.22 × 1%（首套，不超过 140.00㎡）". */
export function costHow(line: CostLine, { t }: Pick<Texts, "t">): string {
  if (line.kind !== "DEED_TAX") return t(`costNote.${line.kind}`, figuresOf(line));
  const { base, rate, because, limit } = line;
  return t("costNote.DEED_TAX", { base, rate, why: t(`deedTaxCase.${because}`, { limit }) });
}

function figuresOf({ kind: _, ...figures }: Exclude<CostLine, { kind: "DEED_TAX" }>): Record<string, number> {
  return figures;
}
