import type { LoaderFunctionArgs } from "@remix-run/node";
import { printOwnPaper } from "~/features/portal/print-own-paper.server";
import { answerPdf, portalAddress } from "~/platform/pdf-response.server";
import { requireBuyer, requireId } from "~/platform/session.server";

/** A receipt of the buyer's own deal as a PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const buyer = await requireBuyer(request);
  const paper = { receiptId: requireId(params.receiptId) };
  return answerPdf(request, printOwnPaper(buyer, requireId(params.homeId), paper, portalAddress(request)));
}
