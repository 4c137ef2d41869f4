import { businessDay } from "~/domain/calendar";
import { scheduleCreated } from "~/domain/ledger";
import type { Instalment } from "~/domain/payment-plan";
import type { Purse } from "~/domain/receivable";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { dateOf } from "~/platform/stored-day.server";
import { allocateWaiting } from "./allocate.server";
import { lockDeals, lockReceivables } from "./lock-money.server";
import { postEntries } from "./post-entry.server";

/** One instalment as the plan gives it (app/domain/payment-plan.ts); house money where no purse is named. */
export type ReceivableLine = Pick<Instalment, "due" | "dueOn" | "amount" | "loan"> & { item: string; purse?: Purse };

export type CreateReceivables = { dealId: string; sellerId: string; lines: readonly ReceivableLine[] };

/**
 * Writes what a buyer owes, after whatever the deal owes already. Money that waits on the deal's receipts pays it at
 * once, oldest due first. Posts the ledger.
 */
export async function createReceivables(tx: Tx, by: Acting, input: CreateReceivables): Promise<void> {
  const { dealId, sellerId, lines } = input;
  await lockDeals(tx, by, [dealId]);
  const last = await tx.receivable.aggregate({ where: { dealId }, _max: { position: true } });
  const first = (last._max.position ?? 0) + 1;
  await tx.receivable.createMany({
    data: lines.map(({ due, dueOn, amount, loan, item, purse = "HOUSE" }, at) => ({
      projectId: by.projectId,
      dealId,
      position: first + at,
      purse,
      item,
      dueEvent: due.event,
      dueDays: due.event === "FIXED_DATE" ? 0 : due.days,
      dueOn: dueOn && dateOf(dueOn),
      loan,
      amountFen: BigInt(amount),
      createdAt: by.now,
    })),
  });
  const today = businessDay(by.now);
  const paid = await allocateWaiting(tx, by, dealId, await lockReceivables(tx, [dealId]), today);
  const postings = scheduleCreated(lines.map(({ purse = "HOUSE", amount }) => ({ purse, amount })));
  await postEntries(tx, by, [{ sellerId, kind: "SCHEDULE", postings, businessOn: today, dealId }, ...paid]);
  await record(tx, by, {
    action: "schedule.created",
    subject: `deal:${dealId}`,
    after: { lines: lines.map(({ item, amount, dueOn }) => ({ item, amountFen: amount, dueOn })) },
  });
}
