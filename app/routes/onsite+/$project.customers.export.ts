import type { LoaderFunctionArgs } from "@remix-run/node";
import { filtersOf } from "~/features/customers/customer-filters";
import { exportCustomers } from "~/features/customers/export-customers.server";
import { textsFor } from "~/i18n/catalogue.server";
import { localeOf } from "~/i18n/locale";
import { requireStaff } from "~/platform/session.server";

/** The customers as a workbook, by the filters of their address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:read");
  const query = new URL(request.url).searchParams;
  return exportCustomers(ctx, filtersOf(query), textsFor(localeOf(request.headers.get("Cookie"))));
}
