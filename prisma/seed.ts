import "~/composition.server";
import { addDays, businessDay } from "~/domain/calendar";
import { deliverOutbox } from "~/features/messaging/deliver-outbox.server";
import { remindOfHolds } from "~/features/messaging/remind-of-holds.server";
import { remindOfInstalments } from "~/features/messaging/remind-of-instalments.server";
import { closeDb, db } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import { dateOf } from "~/platform/stored-day.server";
import { Chance } from "./demo/chance";
import { grantOn, writeOffice } from "./demo/office";
import { PROJECTS, writeProject } from "./demo/projects";
import { writeRetention } from "./demo/retention";
import { type Step, writeToday } from "./demo/today";
import { liveThrough, Year } from "./demo/year";

const SEED = 20_260_101;
const DAYS = 365;
const OUTBOX_DAYS = 5;
const BUSY: readonly Step[] = ["HELD", "DRAFTED", "HELD", "SIGNED", "CONFIRMED", "HELD", "ASKED", "SIGNED", "DRAFTED"];
const QUIET: readonly Step[] = ["HELD", "SIGNED", "DRAFTED"];

/** Writes the demo into an empty, migrated database: a company, three projects and a year of their life until now. */
async function writeDemo(now: Date): Promise<void> {
  const today = businessDay(now);
  const first = addDays(today, -DAYS);
  const office = await writeOffice(dateOf(first));
  const years: Year[] = [];
  for (const [at, plan] of PROJECTS.entries()) {
    const chance = new Chance(SEED + at);
    const project = await writeProject(office, plan, first, chance);
    await grantOn(office, project, dateOf(first));
    // The phones by which the demo's buyers sign in belong to the first visitors of the first project.
    const phones = at === 0 ? Array.from({ length: 9 }, (_, i) => `1380000000${i + 1}`) : [];
    years.push(new Year(office, project, chance, today, phones));
  }
  const days = Array.from({ length: DAYS - 3 }, (_, i) => addDays(first, i + 4));
  await liveThrough(years, days, now, "Asia/Shanghai");
  for (const [at, { scene }] of years.entries()) await writeToday(scene, at === 0 ? BUSY : QUIET);
  const [busiest] = years;
  if (busiest) await writeRetention(busiest.scene);
  await remindOfHolds(now);
  await remindOfInstalments(now);
  await settleMessages(now);
}

/** Of all that the year told people only the last days stay; it left when it was told, or in the morning after. */
async function settleMessages(now: Date): Promise<void> {
  const first = new Date(now.getTime() - OUTBOX_DAYS * 86_400_000);
  await db.outboxMessage.deleteMany({ where: { createdAt: { lt: first } } });
  for (;;) {
    const next = await db.outboxMessage.findFirst({
      where: { status: "WAITING", dueAt: { lte: now } },
      orderBy: { dueAt: "asc" },
    });
    if (!next) return;
    await deliverOutbox(next.dueAt);
  }
}

await writeDemo(new Date());
await closeLive();
await closeDb();
