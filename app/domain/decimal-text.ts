const PLAIN = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;

/** Full-width digits and signs, as Chinese keyboards and spreadsheets give them, in their plain form. */
export function toHalfWidth(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/　/g, " ");
}

/**
 * A decimal number read as a whole count of its `decimals`-th place: "1,680.32" with 2 → 168 032.
 * Null where the text is no number, is finer than that place, or is beyond exact integers.
 */
export function wholeFromDecimal(text: string, decimals: number): number | null {
  const match = PLAIN.exec(toHalfWidth(text).trim());
  if (!match) return null;
  const [, sign, whole = "", fraction = ""] = match;
  const kept = fraction.replace(/0+$/, "");
  if (kept.length > decimals) return null;
  const value = Number(whole.replaceAll(",", "") + kept.padEnd(decimals, "0"));
  if (!Number.isSafeInteger(value)) return null;
  return sign === "-" && value !== 0 ? -value : value;
}

/** The plain decimal text of a whole count of `decimals`-th places: 168 032 with 2 → "1680.32". */
export function decimalFromWhole(value: number, decimals: number): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const sign = value < 0 ? "-" : "";
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}
