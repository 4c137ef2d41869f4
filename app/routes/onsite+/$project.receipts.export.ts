import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportReceipts } from "~/features/finance/export-receipts.server";
import { receiptFilter } from "~/features/finance/list-receipts.server";
import { textsFor } from "~/i18n/catalogue.server";
import { localeOf } from "~/i18n/locale";
import { requireStaff } from "~/platform/session.server";

/** The receipts as a workbook, by the filters of their address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "receipt:read");
  const query = new URL(request.url).searchParams;
  return exportReceipts(ctx, receiptFilter(query), textsFor(localeOf(request.headers.get("Cookie"))));
}
