import { addDays, BUSINESS_TIME_ZONE, type Day, day, dayIn, startOfDayIn } from "~/domain/calendar";
import { isDeclined, isMessageKind, type Leave, MESSAGES, type MessageKind, mayLeave } from "~/domain/message";
import { type Settings, settingsOn } from "~/domain/setting";
import type { Tx } from "~/platform/db.server";
import type { OutboxMessage } from "~/platform/prisma/client";
import { projectSettings } from "~/platform/project-settings.server";
import { dateOf, dayOf } from "~/platform/stored-day.server";

/** Kinds that the cap counts: what must be said and what was asked for does not use it up. */
const COUNTED = (Object.keys(MESSAGES) as MessageKind[]).filter((kind) => MESSAGES[kind].reason === "NOTICE");

/** Everything that may hold a message back, asked now. */
export async function leaveOf(tx: Tx, message: OutboxMessage, kind: MessageKind, now: Date): Promise<Leave> {
  const { projectId, personId, channel } = message;
  const timeZone = await timeZoneOf(tx, projectId);
  const today = dayIn(timeZone, now);
  const settings = projectId ? await projectSettings(tx, projectId, today) : await companySettings(tx, today);
  return mayLeave(kind, {
    now,
    timeZone,
    goodUntil: message.goodUntil,
    quiet: { from: settings.quietFromHour, until: settings.quietUntilHour },
    cap: settings.messagesPerDay,
    sentToday: personId ? await sentOn(tx, personId, channel, today, timeZone) : 0,
    declined: personId !== null && (await hasDeclined(tx, personId, channel, kind)),
  });
}

/** Has the person said no to this kind of message on this channel? */
export async function hasDeclined(
  tx: Tx,
  personId: string,
  channel: "SMS" | "MAIL",
  kind: MessageKind,
): Promise<boolean> {
  // Held until the message is marked: a "no" that comes meanwhile is said after it left, not while.
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR SHARE`;
  const choices = await tx.messageChoice.findMany({ where: { personId, channel } });
  return isDeclined(
    choices.map(({ kind: about, ...choice }) => ({ ...choice, kind: about && isMessageKind(about) ? about : null })),
    channel,
    kind,
  );
}

/** Messages of one day count once, wherever they were sent from; those under way are waited for. */
async function sentOn(
  tx: Tx,
  personId: string,
  channel: "SMS" | "MAIL",
  today: Day,
  timeZone: string,
): Promise<number> {
  const span = { gte: startOfDayIn(timeZone, today), lt: startOfDayIn(timeZone, addDays(today, 1)) };
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`loupan:messages:${personId}`}, 0))::text`;
  return tx.outboxMessage.count({ where: { personId, channel, kind: { in: COUNTED }, sentAt: span } });
}

async function timeZoneOf(tx: Tx, projectId: string | null): Promise<string> {
  if (!projectId) return BUSINESS_TIME_ZONE;
  return (await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { timeZone: true } })).timeZone;
}

async function companySettings(tx: Tx, on: Day): Promise<Settings> {
  const rows = await tx.setting.findMany({ where: { scope: "COMPANY", effectiveFrom: { lte: dateOf(on) } } });
  return settingsOn(
    rows.map((row) => ({ ...row, effectiveFrom: day(dayOf(row.effectiveFrom)) })),
    on,
  );
}
