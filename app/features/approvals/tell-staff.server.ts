import { type ApprovalKind, awaitedRole } from "~/domain/approval";
import { dayIn } from "~/domain/calendar";
import type { Role } from "~/domain/permission";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { type NewMessage, putIntoOutbox, withMail } from "~/platform/outbox.server";
import { dateOf } from "~/platform/stored-day.server";
import { staffAt } from "./approvers.server";

type Asked = {
  id: string;
  kind: ApprovalKind;
  chain: readonly Role[];
  step: number;
  reason: string;
  requestedById: string;
  deciderIds: readonly string[];
};

/** Tells everybody who may answer the step that a slip has come to, substitutes too; never who asked or has answered. */
export async function tellApprovers(tx: Tx, by: Acting, slip: Asked, askedBy: string): Promise<void> {
  const role = awaitedRole(slip);
  if (!role) return;
  const holders = await tx.user.findMany({
    where: { disabledAt: null, grants: { some: { role, endedAt: null } } },
    select: { id: true },
  });
  const staff = await staffAt(
    tx,
    by.projectId,
    holders.map(({ id }) => id),
  );
  const ids = staff.filter(({ roles }) => roles.includes(role)).map(({ id }) => id);
  const today = dateOf(dayIn(by.timeZone, by.now));
  const substitutes = await tx.substitution.findMany({
    where: {
      ...{ projectId: by.projectId, forId: { in: ids }, endedAt: null },
      ...{ fromOn: { lte: today }, untilOn: { gte: today }, OR: [{ kind: null }, { kind: slip.kind }] },
    },
    select: { byId: true },
  });
  const apart = [slip.requestedById, ...slip.deciderIds];
  const told = [...new Set([...ids, ...substitutes.map(({ byId }) => byId)])].filter((id) => !apart.includes(id));
  const says = { kind: slip.kind, by: askedBy, reason: slip.reason.trim() };
  const messages = (await withMail(tx, told)).map(
    (userId): NewMessage => ({
      effectKey: `approval-asked:${slip.id}:${slip.step}:${userId}`,
      kind: "APPROVAL_ASKED",
      says,
      ...placed(by, userId),
    }),
  );
  await putIntoOutbox(tx, ...messages);
}

type Closed = { id: string; kind: ApprovalKind; requestedById: string };

/** Tells who asked what the answer was. */
export async function tellAsker(tx: Tx, by: Acting, slip: Closed, answer: "APPROVED" | "REJECTED", decider: string) {
  for (const userId of await withMail(tx, [slip.requestedById])) {
    const says = { kind: slip.kind, status: answer, by: decider };
    const effectKey = `approval-decided:${slip.id}`;
    await putIntoOutbox(tx, { effectKey, kind: "APPROVAL_DECIDED", says, ...placed(by, userId) });
  }
}

/** Tells who asked that the time is up. */
export async function tellExpired(tx: Tx, by: Acting, slip: Closed): Promise<void> {
  for (const userId of await withMail(tx, [slip.requestedById])) {
    const effectKey = `approval-expired:${slip.id}`;
    await putIntoOutbox(tx, { effectKey, kind: "APPROVAL_EXPIRED", says: { kind: slip.kind }, ...placed(by, userId) });
  }
}

function placed(by: Acting, userId: string) {
  return { to: { userId }, projectId: by.projectId, now: by.now };
}
