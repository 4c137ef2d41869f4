import { may, reachOf } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { type IssuedPaper, readIssued } from "./issue-paper.server";
import { type DealOnPaper, readDealOnPaper } from "./paper-facts.server";
import { printContractSummary } from "./print-contract-summary.server";
import { printQuotation } from "./print-quotation.server";
import { printReceipt } from "./print-receipt.server";
import { printSubscription } from "./print-subscription.server";

export const DEAL_PAPERS = ["quotation", "subscription", "contract"] as const;
export type DealPaper = (typeof DEAL_PAPERS)[number];

/**
 * A paper of a deal for staff. ID numbers stand in clear only for those who may reveal them; everybody else gets the
 * masked edition. A deal beyond the caller's reach, or one without that paper, is `not_found`.
 */
export async function printPaper(ctx: Ctx, dealId: string, paper: DealPaper, portal: string): Promise<IssuedPaper> {
  const deal = await reachedDeal(ctx, dealId);
  const full = reachOf(ctx.permissions, "customer:reveal_id_number") === "scope";
  if (paper === "quotation") return printQuotation(ctx, deal, portal);
  return paper === "subscription"
    ? printSubscription(ctx, { deal, full, portal })
    : printContractSummary(ctx, { deal, full, portal });
}

/** A receipt of a deal, for staff who see receipts. */
export async function printReceiptPaper(ctx: Ctx, dealId: string, receiptId: string): Promise<IssuedPaper> {
  demand(may(ctx.permissions, "receipt:read"));
  return printReceipt(ctx, await reachedDeal(ctx, dealId), receiptId);
}

/** A paper as it was issued, by its id: earlier versions too. The full edition only for those who may reveal. */
export async function reopenPaper(ctx: Ctx, dealId: string, documentId: string): Promise<IssuedPaper> {
  await reachedDeal(ctx, dealId);
  const document = await db.dealDocument.findFirst({ where: { id: documentId, dealId, projectId: ctx.projectId } });
  if (!document) throw new Refused({ code: "not_found" });
  if (document.edition === "FULL") demand(may(ctx.permissions, "customer:reveal_id_number"));
  if (document.kind === "RECEIPT") demand(may(ctx.permissions, "receipt:read"));
  return readIssued(ctx, document);
}

async function reachedDeal(ctx: Ctx, dealId: string): Promise<DealOnPaper> {
  demand(may(ctx.permissions, "document:read"));
  const deal = await readDealOnPaper(ctx.projectId, dealId);
  const own = reachOf(ctx.permissions, "document:read") === "own";
  if (!deal || (own && deal.consultantId !== ctx.actorId)) throw new Refused({ code: "not_found" });
  return deal;
}
