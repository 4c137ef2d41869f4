import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { LockedCustomer } from "./customer-reach.server";

export type OwnerChange = { kind: "TRANSFERRED" | "CLAIMED" | "RETURNED"; toId: string | null; reason: string };

const ACTIONS = {
  TRANSFERRED: "customer.transferred",
  CLAIMED: "customer.claimed",
  RETURNED: "customer.returned",
} as const;

/** The one place that gives a (locked) customer to somebody else, with history and audit. */
export async function changeOwner(
  tx: Tx,
  ctx: Ctx,
  customer: LockedCustomer,
  { kind, toId, reason }: OwnerChange,
): Promise<void> {
  await tx.projectCustomer.update({
    where: { id: customer.id },
    data: { ownerId: toId, ownedSince: toId && ctx.now, version: { increment: 1 } },
  });
  const fromId = customer.ownerId;
  await tx.ownershipChange.create({
    data: {
      projectId: ctx.projectId,
      customerId: customer.id,
      kind,
      fromId,
      toId,
      byId: ctx.actorId,
      reason,
      at: ctx.now,
    },
  });
  await record(tx, ctx, {
    action: ACTIONS[kind],
    subject: `customer:${customer.id}`,
    before: { ownerId: fromId },
    after: { ownerId: toId },
  });
}
