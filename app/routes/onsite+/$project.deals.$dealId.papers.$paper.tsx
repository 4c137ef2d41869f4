import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { DEAL_PAPERS, printPaper } from "~/features/deals/papers/print-paper.server";
import { answerPdf, portalAddress } from "~/platform/pdf-response.server";
import { requireId, requireStaff } from "~/platform/session.server";

/** 认购书, 合同摘要 or 置业计划书 of a deal as a PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "document:read");
  const paper = DEAL_PAPERS.find((one) => one === params.paper);
  if (!paper) throw data(null, 404);
  return answerPdf(request, printPaper(ctx, requireId(params.dealId), paper, portalAddress(request)));
}
