import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { printOwnPaper } from "~/features/portal/print-own-paper.server";
import { answerPdf, portalAddress } from "~/platform/pdf-response.server";
import { requireBuyer, requireId } from "~/platform/session.server";

/** The buyer's own 认购书 or 合同摘要 as a PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const buyer = await requireBuyer(request);
  const { paper } = params;
  if (paper !== "subscription" && paper !== "contract") throw data(null, 404);
  return answerPdf(request, printOwnPaper(buyer, requireId(params.homeId), paper, portalAddress(request)));
}
