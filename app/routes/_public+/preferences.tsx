import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { setLocale } from "~/features/accounts/set-locale.server";
import { isLocale, LOCALE_COOKIE } from "~/i18n/locale";
import { ownPath } from "~/platform/own-path.server";
import { findSignedIn } from "~/platform/session.server";
import { COLUMNS_COOKIE, hideColumns, readHiddenColumns } from "~/ui/hidden-columns";
import { isTheme, THEME_COOKIE } from "~/ui/theme";

const YEAR_S = 31_536_000;

/**
 * Remembers language, look and the columns of tables on this device, the language also for the user, and goes back to
 * the page.
 */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const headers = new Headers();
  const remember = (name: string, value: string) =>
    headers.append("Set-Cookie", `${name}=${value}; Path=/; Max-Age=${YEAR_S}; SameSite=Lax; HttpOnly`);
  const [locale, theme] = [form.get("locale"), form.get("theme")];
  if (isLocale(locale)) remember(LOCALE_COOKIE, locale);
  const found = isLocale(locale) ? await findSignedIn(request) : null;
  if (found && isLocale(locale)) await setLocale(found.caller, locale);
  if (isTheme(theme)) remember(THEME_COOKIE, theme);
  const table = form.get("columns");
  if (typeof table === "string") remember(COLUMNS_COOKIE, columnsChosen(request, table, form));
  return redirect(ownPath(form.get("back")) ?? "/", { headers });
}

function columnsChosen(request: Request, table: string, form: FormData): string {
  const shown = form.getAll("shown");
  const hidden = form.getAll("column").filter((id) => !shown.includes(id));
  return hideColumns(readHiddenColumns(request.headers.get("Cookie")), table, hidden.map(String));
}

/** There is nothing to see here. */
export function loader() {
  return redirect("/");
}
