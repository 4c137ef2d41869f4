import { z } from "zod";

const CHINESE_MOBILE = /^(?:\+?86)?(1[3-9]\d{9})$/;

/** A login is typed on phones that capitalise; the case does not count. */
export const loginField = z.string().trim().toLowerCase().min(1).max(60);

/** Where to go afterwards; only a path of this site is ever followed. */
const nextField = z.string().max(2_000).optional();

export const signInForm = z.object({ login: loginField, password: z.string().min(1).max(200), next: nextField });

/** A phone as typed, to look it up by: "138 0000 0001" → "+8613800000001". Whether it exists is not asked here. */
export const phoneField = z
  .string()
  .transform((typed) => typed.normalize("NFKC").replace(/[\s\p{Cf}().\-‐-―−]/gu, ""))
  .transform((digits) => digits.replace(CHINESE_MOBILE, "+86$1"))
  .refine((number) => /^\+[1-9]\d{6,14}$/.test(number), { error: "form.mobile" });

export const requestCodeForm = z.object({ phone: phoneField, next: nextField });

export const signInByCodeForm = z.object({
  phone: phoneField,
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, { error: "accounts.codeShape" }),
  next: nextField,
});
