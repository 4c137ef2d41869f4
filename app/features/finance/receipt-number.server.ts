import type { Day } from "~/domain/calendar";
import type { Tx } from "~/platform/db.server";

/**
 * The next receipt numbers of a year, e.g. SJ2026-000001, without gaps: whoever takes one holds the counter until the
 * transaction ends, and a transaction that fails gives its numbers back. Taken after every other lock.
 */
export async function takeReceiptNumbers(tx: Tx, today: Day, count: number): Promise<string[]> {
  if (count === 0) return [];
  const year = today.slice(0, 4);
  const [row] = await tx.$queryRaw<{ value: bigint }[]>`
    INSERT INTO "Counter" (key, value) VALUES (${`receipt:${year}`}, ${count})
    ON CONFLICT (key) DO UPDATE SET value = "Counter".value + excluded.value
    RETURNING value`;
  const last = Number(row?.value ?? 0);
  return Array.from({ length: count }, (_, at) => `SJ${year}-${String(last - count + 1 + at).padStart(6, "0")}`);
}
