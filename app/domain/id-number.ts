import { type Day, parseDay } from "./calendar";
import { toHalfWidth } from "./decimal-text";
import { type Refusal, refuse } from "./refusal";

/** A resident identity number 居民身份证 (GB 11643) and what it says of its bearer. */
export type IdNumber = { number: string; region: string; birthday: Day; sex: "MALE" | "FEMALE" };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = "10X98765432";

/** Without spaces, in half width, with a capital X: the form in which a number is kept and compared. */
export function normalIdNumber(text: string): string {
  return toHalfWidth(text).replace(/[\s-]/g, "").toUpperCase();
}

/** Reads a number, or says what is wrong with it: its form or its birthday, or else its check digit. */
export function parseIdNumber(text: string): { ok: true; id: IdNumber } | { ok: false; refusal: Refusal } {
  const number = normalIdNumber(text);
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return no("id_number_invalid");
  const birthday = parseDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  if (!birthday) return no("id_number_invalid");
  if (checkDigit(number) !== number[17]) return no("id_check_digit_wrong");
  const sex = Number(number[16]) % 2 === 1 ? "MALE" : "FEMALE";
  return { ok: true, id: { number, region: number.slice(0, 6), birthday, sex } };
}

/** The 18th digit that belongs to the first seventeen (ISO 7064 MOD 11-2). */
export function checkDigit(number: string): string {
  const sum = WEIGHTS.reduce<number>((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECK_DIGITS[sum % 11] ?? "";
}

function no(code: "id_number_invalid" | "id_check_digit_wrong"): { ok: false; refusal: Refusal } {
  const verdict = refuse(code);
  if (verdict.ok) throw new Error("a refusal refuses");
  return verdict;
}
