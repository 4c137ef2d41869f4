import { z } from "zod";
import { addDays, type Day, dayIn, daysBetween } from "~/domain/calendar";
import { db, inTransaction } from "~/platform/db.server";
import { type NewMessage, putIntoOutbox } from "~/platform/outbox.server";
import { projectSettings } from "~/platform/project-settings.server";

const AT_A_TIME = 500;

const openRow = z.object({
  id: z.string(),
  item: z.string(),
  dueOn: z.string().transform((text) => text as Day),
  open: z.number(),
  personId: z.string(),
  unit: z.string(),
  key: z.string(),
});

/**
 * Tells buyers what falls due within the days of the setting, once, and what is overdue: the day after, then again at
 * the interval of the setting. What a bank pays is not asked of the buyer. Returns how many were told.
 */
export async function remindOfInstalments(now: Date): Promise<number> {
  const projects = await db.project.findMany({ where: { archivedAt: null }, select: { id: true, timeZone: true } });
  let told = 0;
  for (const { id, timeZone } of projects) {
    const today = dayIn(timeZone, now);
    const { dueNoticeDays, overdueNoticeEveryDays } = await projectSettings(db, id, today);
    const span = { today, until: addDays(today, dueNoticeDays), every: overdueNoticeEveryDays };
    for (;;) {
      const count = await remindIn(id, span, now);
      told += count;
      if (count < AT_A_TIME) break;
    }
  }
  return told;
}

type Span = { today: Day; until: Day; every: number };

async function remindIn(projectId: string, span: Span, now: Date): Promise<number> {
  const rows = z.array(openRow).parse(await openInstalments(projectId, span));
  const messages = rows.map(({ key: effectKey, item, dueOn, open, personId, unit }): NewMessage => {
    const placed = { effectKey, to: { personId }, projectId, now };
    const says = { unit, item, open, dueOn };
    if (dueOn >= span.today) return { ...placed, kind: "INSTALMENT_DUE", says };
    return { ...placed, kind: "INSTALMENT_OVERDUE", says: { ...says, days: daysBetween(dueOn, span.today) } };
  });
  await inTransaction((tx) => putIntoOutbox(tx, ...messages));
  return messages.length;
}

/** Open instalments to be told of that were not yet: the key names the due day, and for overdue ones the how manieth time. */
async function openInstalments(projectId: string, { today, until, every }: Span): Promise<unknown> {
  return db.$queryRaw`
    SELECT * FROM (
      SELECT r.id, r.item, r."dueOn"::text AS "dueOn", (r."amountFen" - r."allocatedFen")::float8 AS open, c."personId",
        (SELECT string_agg(u.label, '、' ORDER BY k.since, k.id) FROM "Claim" k JOIN "Unit" u ON u.id = k."unitId"
          WHERE k."dealId" = d.id AND k."endedAt" IS NULL) AS unit,
        CASE WHEN r."dueOn" >= ${today}::date THEN 'due:' || r.id || ':' || r."dueOn"
          ELSE 'overdue:' || r.id || ':' || r."dueOn" || ':' || (${today}::date - r."dueOn" - 1) / ${every}::int END AS key
      FROM "Receivable" r JOIN "Deal" d ON d.id = r."dealId" AND d.stage IN ('RESERVED', 'CONTRACTED')
        JOIN "ProjectCustomer" c ON c.id = d."customerId"
      WHERE r."projectId" = ${projectId}::uuid AND r."dueOn" <= ${until}::date AND r."voidedAt" IS NULL AND NOT r.loan
        AND r."allocatedFen" < r."amountFen"
    ) open
    WHERE unit IS NOT NULL AND NOT EXISTS (SELECT FROM "OutboxMessage" o WHERE o."effectKey" = open.key)
    ORDER BY id LIMIT ${AT_A_TIME}`;
}
