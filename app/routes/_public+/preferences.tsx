import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { isLocale, LOCALE_COOKIE } from "~/i18n/locale";
import { isTheme, THEME_COOKIE } from "~/ui/theme";

const YEAR_S = 31_536_000;

/** Remembers language and look on this device and goes back to the page. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const headers = new Headers();
  const remember = (name: string, value: string) =>
    headers.append("Set-Cookie", `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly`);
  const [locale, theme] = [form.get("locale"), form.get("theme")];
  if (isLocale(locale)) remember(LOCALE_COOKIE, locale);
  if (isTheme(theme)) remember(THEME_COOKIE, theme);
  return redirect(ownPath(form.get("back")), { headers });
}

/** There is nothing to see here. */
export function loader() {
  return redirect("/");
}

/** A path of this site; an address of another site in its place leads home. */
function ownPath(value: FormDataEntryValue | null): string {
  const base = "http://own.invalid";
  if (typeof value !== "string" || !value.startsWith("/") || !URL.canParse(value, base)) return "/";
  const { origin, pathname, search } = new URL(value, base);
  return origin === base ? pathname + search : "/";
}
