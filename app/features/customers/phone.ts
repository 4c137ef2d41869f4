import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { demand, refuse, type Verdict } from "~/domain/refusal";

/** A full number as stored: "+8613800000001", and its last four digits. */
export type Phone = { e164: string; tail: string };

// Numbering plans grow faster than any table of them; every Chinese mobile number has this shape.
const CHINESE_MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;
const HIDDEN_DIGIT = /[*＊•·×xX]/;

/**
 * Reads a number as people write it: spaces, dashes, full-width digits, with or without +86, landlines with their
 * area code, any foreign number with its +. Null where it is no full number.
 */
export function readPhone(text: string): Phone | null {
  const typed = foldPhone(text);
  const mobile = CHINESE_MOBILE.exec(typed)?.[1];
  if (mobile) return phone(`+86${mobile}`);
  const parsed = parsePhoneNumberFromString(typed, "CN");
  return parsed?.isValid() && !parsed.ext ? phone(parsed.number) : null;
}

/** The number of a field that may stay empty. Throws phone_incomplete or phone_invalid. */
export function phoneIfGiven(text: string): Phone | null {
  const phone = readPhone(text);
  if (!phone && foldPhone(text) !== "") demand(phoneRefusal(text));
  return phone;
}

/** Why a text is no full number: digits are hidden or missing, or it is none at all. */
export function phoneRefusal(text: string): Verdict {
  const typed = foldPhone(text);
  const short = (/\d{3}/.test(typed) && HIDDEN_DIGIT.test(typed)) || /^1[3-9]\d{0,8}$/.test(typed);
  return refuse(short ? "phone_incomplete" : "phone_invalid");
}

/** What everybody sees: "138****0001"; of any other number its country and its last four digits. */
export function maskPhone(e164: string): string {
  const mobile = /^\+86(1\d{2})\d{4}(\d{4})$/.exec(e164);
  if (mobile) return `${mobile[1]}****${mobile[2]}`;
  const country = parsePhoneNumberFromString(e164)?.countryCallingCode;
  return `${country && country !== "86" ? `+${country} ` : ""}****${e164.slice(-4)}`;
}

/** A number in clear, as one dials it here. */
export function showPhone(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  if (!parsed) return e164;
  return parsed.country === "CN" ? parsed.formatNational() : parsed.formatInternational();
}

function phone(e164: string): Phone {
  return { e164, tail: e164.slice(-4) };
}

/** Full-width to plain, without the spaces, dashes and invisible marks that come with a pasted number. */
function foldPhone(text: string): string {
  return text.normalize("NFKC").replace(/[\s\p{Cf}().\-‐-―−]/gu, "");
}
