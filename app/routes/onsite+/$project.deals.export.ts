import type { LoaderFunctionArgs } from "@remix-run/node";
import { readDealFilters } from "~/features/deals/deal-filters";
import { exportDeals } from "~/features/deals/export-deals.server";
import { textsFor } from "~/i18n/catalogue.server";
import { localeOf } from "~/i18n/locale";
import { requireStaff } from "~/platform/session.server";

/** The pipeline as a workbook, by the filters of its address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "deal:read");
  const query = new URL(request.url).searchParams;
  return exportDeals(ctx, readDealFilters(query), textsFor(localeOf(request.headers.get("Cookie"))));
}
