import { readCookie } from "~/i18n/locale";

/** How the screen looks: as the device says, or as the reader chose. Also the values of `<html data-theme>`. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const THEME_COOKIE = "theme";

export function isTheme(value: unknown): value is Theme {
  return THEMES.some((theme) => theme === value);
}

/** The look that a request's cookies ask for. */
export function themeOf(cookieHeader: string | null): Theme {
  const value = readCookie(cookieHeader, THEME_COOKIE);
  return isTheme(value) ? value : "system";
}
