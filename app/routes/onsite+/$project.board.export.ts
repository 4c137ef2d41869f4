import type { LoaderFunctionArgs } from "@remix-run/node";
import { exportUnits } from "~/features/units/export-units.server";
import { textsFor } from "~/i18n/catalogue.server";
import { localeOf } from "~/i18n/locale";
import { requireStaff } from "~/platform/session.server";

/** The units of the board as a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:read");
  return exportUnits(ctx, textsFor(localeOf(request.headers.get("Cookie"))));
}
