import type { LoaderFunctionArgs } from "@remix-run/node";
import { printUnitQuotation } from "~/features/deals/papers/print-unit-quotation.server";
import { readQuoteWish } from "~/features/pricing/quote-wish";
import { answerPdf, portalAddress } from "~/platform/pdf-response.server";
import { requireId, requireStaff } from "~/platform/session.server";

/** 置业计划书 of a home as a PDF; the wish stands in the address as on the quote page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:quote");
  const query = new URL(request.url).searchParams;
  const customer = query.get("customer");
  return answerPdf(
    request,
    printUnitQuotation(ctx, {
      unitId: requireId(params.unitId),
      wish: readQuoteWish(query),
      customerId: customer && requireId(customer),
      portal: portalAddress(request),
    }),
  );
}
