import type { LoaderFunctionArgs } from "@remix-run/node";
import { reopenPaper } from "~/features/deals/papers/print-paper.server";
import { answerPdf } from "~/platform/pdf-response.server";
import { requireId, requireStaff } from "~/platform/session.server";

/** A paper exactly as it was issued, any version. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "document:read");
  return answerPdf(request, reopenPaper(ctx, requireId(params.dealId), requireId(params.documentId)));
}
