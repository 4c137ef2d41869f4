import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import type { IssuedPaper } from "~/features/deals/papers/issue-paper.server";
import { readDealOnPaper } from "~/features/deals/papers/paper-facts.server";
import { printContractSummary } from "~/features/deals/papers/print-contract-summary.server";
import { printReceipt } from "~/features/deals/papers/print-receipt.server";
import { printSubscription } from "~/features/deals/papers/print-subscription.server";
import type { BuyerCtx } from "~/platform/session.server";
import { AS_BUYER, findOwnDeal } from "./own-deal.server";

export type OwnPaper = "subscription" | "contract" | { receiptId: string };

/**
 * A paper of the buyer's own deal, with ID numbers masked: it travels to a phone, and names the other buyers too.
 * Nothing before the office has signed. Anybody else's is `not_found`.
 */
export async function printOwnPaper(
  by: BuyerCtx,
  dealId: string,
  paper: OwnPaper,
  portal: string,
): Promise<IssuedPaper> {
  demand(may(AS_BUYER, "document:read"));
  const place = await findOwnDeal(by, dealId);
  if (!place) throw new Refused({ code: "not_found" });
  const deal = await readDealOnPaper(place.projectId, dealId);
  if (!deal?.subscription?.signedAt) throw new Refused({ code: "not_found" });
  const printer = { ...by, ...place };
  if (typeof paper !== "string") return printReceipt(printer, deal, paper.receiptId);
  const input = { deal, full: false, portal };
  return paper === "contract" ? printContractSummary(printer, input) : printSubscription(printer, input);
}
