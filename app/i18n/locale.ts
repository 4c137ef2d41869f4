/** The languages of the product; the first is the default. Also the values of `<html lang>`. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = LOCALES[0];
export const LOCALE_COOKIE = "locale";

/** Clocks and calendars on screens and papers show this zone, wherever the reader's device is. */
export const TIME_ZONE = "Asia/Shanghai";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The language that a request's cookies ask for. */
export function localeOf(cookieHeader: string | null): Locale {
  const value = readCookie(cookieHeader, LOCALE_COOKIE);
  return isLocale(value) ? value : DEFAULT_LOCALE;
}

/** One cookie's plain value out of a Cookie header. */
export function readCookie(header: string | null, name: string): string | null {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim().split("="));
  return pairs.find(([key]) => key === name)?.[1] ?? null;
}
