import { businessDay } from "~/domain/calendar";
import { scheduleVoided } from "~/domain/ledger";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { releaseAllocations, standingAllocations } from "./allocate.server";
import { lockDeals, lockReceivables } from "./lock-money.server";
import { postEntries } from "./post-entry.server";
import { sellerOfDeal } from "./seller-of-deal.server";

/**
 * Takes a deal's whole schedule back because the deal ended or its plan changed. Money already paid stays received:
 * it waits on its receipts, for a new schedule or a refund. Posts the ledger.
 */
export async function voidReceivables(tx: Tx, by: Acting, dealId: string): Promise<void> {
  await lockDeals(tx, by, [dealId]);
  const items = await lockReceivables(tx, [dealId]);
  if (items.length === 0) return;
  const today = businessDay(by.now);
  const receivableIds = items.map(({ id }) => id);
  const paid = await standingAllocations(tx, { receivableIds });
  const released = await releaseAllocations(tx, by, paid, "RECEIPT_RELEASED", today);
  await tx.receivable.updateMany({ where: { id: { in: receivableIds } }, data: { voidedAt: by.now } });
  const sellerId = await sellerOfDeal(tx, by, dealId);
  const postings = scheduleVoided(items);
  await postEntries(tx, by, [...released, { sellerId, kind: "SCHEDULE_VOIDED", postings, businessOn: today, dealId }]);
  await record(tx, by, {
    action: "schedule.voided",
    subject: `deal:${dealId}`,
    before: { lines: items.map(({ item, amount, allocated }) => ({ item, amountFen: amount, paidFen: allocated })) },
  });
}
