import type { LoaderFunctionArgs } from "@remix-run/node";
import { printReceiptPaper } from "~/features/deals/papers/print-paper.server";
import { answerPdf } from "~/platform/pdf-response.server";
import { requireId, requireStaff } from "~/platform/session.server";

/** 收据 as a PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "document:read");
  return answerPdf(request, printReceiptPaper(ctx, requireId(params.dealId), requireId(params.receiptId)));
}
