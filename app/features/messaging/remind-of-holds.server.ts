import { dayIn } from "~/domain/calendar";
import { db, inTransaction } from "~/platform/db.server";
import { type NewMessage, putIntoOutbox, withMail } from "~/platform/outbox.server";
import { projectSettings } from "~/platform/project-settings.server";

const HOUR_MS = 3_600_000;

/** Tells consultants which of their holds end within the hours of the setting; each end once. Returns how many. */
export async function remindOfHolds(now: Date): Promise<number> {
  const projects = await db.project.findMany({ where: { archivedAt: null }, select: { id: true, timeZone: true } });
  let told = 0;
  for (const { id, timeZone } of projects) {
    const { holdNoticeHours } = await projectSettings(db, id, dayIn(timeZone, now));
    told += await remindIn(id, now, holdNoticeHours * HOUR_MS);
  }
  return told;
}

/** A hold for less than the notice is not told of: it was placed a moment ago. */
async function remindIn(projectId: string, now: Date, noticeMs: number): Promise<number> {
  const ending = await db.deal.findMany({
    where: { projectId, stage: "HELD", holdUntil: { gt: now, lte: new Date(now.getTime() + noticeMs) } },
    select: {
      id: true,
      holdUntil: true,
      enteredAt: true,
      consultantId: true,
      customer: { select: { person: { select: { name: true } } } },
      claims: { where: { endedAt: null }, select: { unit: { select: { label: true } } }, take: 1 },
    },
    orderBy: { holdUntil: "asc" },
  });
  const messages = ending.flatMap(({ id, holdUntil, enteredAt, consultantId, customer, claims }): NewMessage[] => {
    const unit = claims[0]?.unit.label;
    if (!unit || !holdUntil || !consultantId || holdUntil.getTime() - enteredAt.getTime() <= noticeMs) return [];
    const says = { unit, customer: customer.person.name, until: holdUntil };
    const effectKey = `hold-lapsing:${id}:${holdUntil.getTime()}`;
    return [{ effectKey, kind: "HOLD_LAPSING", says, to: { userId: consultantId }, projectId, now }];
  });
  if (messages.length === 0) return 0;
  return inTransaction(async (tx) => {
    const reached = new Set(
      await withMail(
        tx,
        ending.flatMap(({ consultantId }) => consultantId ?? []),
      ),
    );
    const known = await tx.outboxMessage.findMany({
      where: { effectKey: { in: messages.map(({ effectKey }) => effectKey) } },
      select: { effectKey: true },
    });
    const fresh = messages.filter(
      ({ effectKey, to }) =>
        "userId" in to && reached.has(to.userId) && !known.some((one) => one.effectKey === effectKey),
    );
    await putIntoOutbox(tx, ...fresh);
    return fresh.length;
  });
}
