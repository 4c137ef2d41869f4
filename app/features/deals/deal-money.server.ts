import { type Fen, fen } from "~/domain/money";
import type { Tx } from "~/platform/db.server";

/** `forHome`: what of it counts as earnest money and first payment; the rest is collected for others or for fees. */
export type DealMoney = { receipted: Fen; forHome: Fen; paymentUnconfirmed: boolean };

/** What stands receipted on a deal, and whether money on it still waits for the cashier's word. */
export async function moneyOf(tx: Tx, dealId: string): Promise<DealMoney> {
  const [found] = await tx.$queryRaw<{ receipted: bigint; home: bigint; unconfirmed: boolean }[]>`
    SELECT coalesce(sum(r."amountFen"), 0)::bigint AS receipted,
      coalesce(sum(r."amountFen") FILTER (WHERE r.purse = 'HOUSE'), 0)::bigint AS home,
      coalesce(bool_or(p.status = 'POSTED'), false) AS unconfirmed
    FROM "Receipt" r JOIN "Payment" p ON p.id = r."paymentId"
    WHERE r."dealId" = ${dealId}::uuid AND r.status IN ('RECORDED', 'REVERSAL_ASKED')`;
  return {
    receipted: fen(found?.receipted ?? 0n),
    forHome: fen(found?.home ?? 0n),
    paymentUnconfirmed: found?.unconfirmed ?? false,
  };
}
