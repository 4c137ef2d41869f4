/** Words that mean "no figure" in official lists. */
const BLANK = /^(?:-+|—+|\/|无|暂无|空)?$/;
const THOUSANDS = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/;
const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const NOTE = /\([^)]*\)/g;
const UNIT = /(?:元)?(?:\/(?:平方米|m2|㎡))?(?:元|平方米|平米|m2|㎡)?$/;

export type NumberProblem =
  | "not_a_number"
  | "negative_number"
  | "zero_number"
  | "too_many_decimals"
  | "number_too_large";

export type ParsedNumber =
  | { kind: "NUMBER"; value: number }
  | { kind: "BLANK" }
  | { kind: "PROBLEM"; code: NumberProblem };

/**
 * A positive figure as people write it (`65,154.91元/平方米(按建筑面积计)`, `.99平方米`, `12.5万元`, full-width digits)
 * as a whole number of 10^-decimals. Exact: more decimals than fit are refused, never rounded.
 */
export function parseFigure(text: string, decimals: number, max: number): ParsedNumber {
  const figure = bare(text);
  if (BLANK.test(figure.digits)) return { kind: "BLANK" };
  const plain = THOUSANDS.test(figure.digits) ? figure.digits.replaceAll(",", "") : figure.digits;
  const match = PLAIN.exec(plain);
  const [, sign = "", whole = "", fraction = ""] = match ?? [];
  if (!match || whole + fraction === "") return { kind: "PROBLEM", code: "not_a_number" };

  const places = decimals + figure.shift;
  const exact = fraction.replace(/0+$/, "");
  if (exact.length > places) return { kind: "PROBLEM", code: "too_many_decimals" };
  const value = BigInt(whole + exact.padEnd(places, "0"));
  if (value === 0n) return { kind: "PROBLEM", code: "zero_number" };
  if (sign === "-") return { kind: "PROBLEM", code: "negative_number" };
  return value > BigInt(max) ? { kind: "PROBLEM", code: "number_too_large" } : { kind: "NUMBER", value: Number(value) };
}

/** The figure without notes, currency sign and unit; `shift` moves the decimal point: 万元 is four places. */
function bare(text: string): { digits: string; shift: number } {
  const tidy = text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(NOTE, "")
    .replace(/^[¥￥]/, "");
  const tenThousands = /万元?$/.test(tidy);
  return { digits: tidy.replace(/万元?$/, "").replace(UNIT, ""), shift: tenThousands ? 4 : 0 };
}
