import type { AuditAction } from "~/domain/audit-action";
import type { PriceListStatus } from "~/domain/price-list";
import { Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { PriceList } from "~/platform/prisma/client";
import { lockPhase } from "./units-to-price.server";

/** Holds a price list, and before it its phase, until the transaction ends. `not_found` outside the project. */
export async function lockPriceList(tx: Tx, by: Acting, priceListId: string, version?: number): Promise<PriceList> {
  const seen = await tx.priceList.findFirst({ where: { id: priceListId, projectId: by.projectId } });
  if (!seen) throw new Refused({ code: "not_found" });
  await lockPhase(tx, by, seen.phaseId);
  const list = await tx.priceList.findUniqueOrThrow({ where: { id: priceListId } });
  if (version !== undefined && list.version !== version) {
    throw new Refused({ code: "stale_version", params: { version: list.version } });
  }
  return list;
}

type Step = { status: PriceListStatus; action: AuditAction; reason?: string; approvedAt?: Date; effectiveAt?: Date };

/** Moves a locked list on and records it; whether it may go there was asked before. */
export async function movePriceList(
  tx: Tx,
  by: Acting,
  list: Pick<PriceList, "id" | "status">,
  { status, action, reason, ...times }: Step,
): Promise<void> {
  await tx.priceList.update({ where: { id: list.id }, data: { ...times, status, version: { increment: 1 } } });
  await record(tx, by, {
    action,
    subject: `price_list:${list.id}`,
    before: { status: list.status },
    after: { status, ...(times.effectiveAt ? { effectiveAt: times.effectiveAt.toISOString() } : {}) },
    ...(reason ? { reason } : {}),
  });
}
