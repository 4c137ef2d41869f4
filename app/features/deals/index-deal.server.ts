import { indexWords } from "~/features/projects/index-words.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";

/** Makes a deal findable by the numbers of its papers; called where one of them is written. */
export async function indexDeal(tx: Tx, by: Acting, dealId: string): Promise<void> {
  const { subscription, contract, filing } = await tx.deal.findUniqueOrThrow({
    where: { id: dealId },
    select: {
      subscription: { select: { number: true } },
      contract: { select: { number: true } },
      filing: { select: { number: true, recordNumber: true } },
    },
  });
  const numbers = [subscription?.number, contract?.number, filing?.number, filing?.recordNumber];
  await indexWords(
    tx,
    by.projectId,
    "DEAL",
    dealId,
    numbers.filter((number) => number != null),
  );
}
