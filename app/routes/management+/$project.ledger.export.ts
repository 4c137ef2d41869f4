import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { exportEntries } from "~/features/finance/export-entries.server";
import { bookAsked } from "~/features/finance/list-sellers.server";
import { textsFor } from "~/i18n/catalogue.server";
import { localeOf } from "~/i18n/locale";
import { requireStaff } from "~/platform/session.server";

/** The book of a seller and a month as a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "ledger:read");
  const { seller, month } = await bookAsked(ctx, new URL(request.url).searchParams);
  if (!seller) throw data(null, 404);
  return exportEntries(ctx, seller.id, month, textsFor(localeOf(request.headers.get("Cookie"))));
}
