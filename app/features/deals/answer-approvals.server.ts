import { answerContracts } from "./execute-contract.server";
import { answerSignByExtensions } from "./extend-sign-by.server";
import { answerSpecialDiscounts } from "./special-discount.server";

/** Registers what deals do on the answers to their requests; called at the composition root. */
export function answerDealApprovals(): void {
  answerSpecialDiscounts();
  answerSignByExtensions();
  answerContracts();
}
