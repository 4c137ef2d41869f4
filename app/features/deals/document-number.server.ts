import { dayIn } from "~/domain/calendar";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";

/** RG 认购, HT 合同, ZY 置业计划. */
export type DocumentPrefix = "RG" | "HT" | "ZY";

/** The next number of a paper, e.g. RG202611-000123. A number whose transaction fails is never used again. */
export async function nextDocumentNumber(tx: Tx, by: Acting, prefix: DocumentPrefix): Promise<string> {
  const [next] = await tx.$queryRaw<{ value: bigint }[]>`SELECT nextval('document_number') AS value`;
  const month = dayIn(by.timeZone, by.now).slice(0, 7).replace("-", "");
  return `${prefix}${month}-${String(next?.value ?? 0n).padStart(6, "0")}`;
}
