import { z } from "zod";
import { centiaresFromSquareMetres } from "~/domain/area";
import { wholeFromDecimal } from "~/domain/decimal-text";
import { NAME_LIMIT } from "./person-name";

/** Text of at most so many characters, where a character outside the basic plane (𠮷) counts once. */
export function shortText(limit: number) {
  return z.string().refine((text) => [...text].length <= limit, { error: `form.too_long?max=${limit}` });
}

export const nameField = shortText(NAME_LIMIT);
export const optionalText = (limit: number) =>
  shortText(limit)
    .optional()
    .transform((text) => text ?? "");
export const phoneText = z
  .string()
  .max(40)
  .optional()
  .transform((text) => text ?? "");

const FEN_PER_HUNDREDTH_OF_TEN_THOUSAND = 10_000;
const MOST = 1_000_000_00;

/** An amount in 万元 with at most two decimals, as fen; empty is null. */
export const tenThousands = z
  .string()
  .optional()
  .transform((text, check) => {
    if (!text) return null;
    const hundredths = wholeFromDecimal(text, 2);
    if (hundredths !== null && hundredths >= 0 && hundredths <= MOST)
      return hundredths * FEN_PER_HUNDREDTH_OF_TEN_THOUSAND;
    check.addIssue({ code: "custom", message: "form.amount" });
    return z.NEVER;
  });

/** An area in ㎡ with at most two decimals, as centiares; empty is null. */
export const squareMetres = z
  .string()
  .optional()
  .transform((text, check) => {
    if (!text) return null;
    const area = centiaresFromSquareMetres(text);
    if (area !== null && area >= 0 && area <= MOST) return Number(area);
    check.addIssue({ code: "custom", message: "form.area" });
    return z.NEVER;
  });

/** A choice that may stay open. */
export function maybeOneOf<const Values extends readonly [string, ...string[]]>(values: Values) {
  return z
    .enum(values)
    .optional()
    .transform((value) => value ?? null);
}
