import { dayIn } from "~/domain/calendar";
import { isLive } from "~/domain/deal-state";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { readSchedule } from "~/features/finance/get-schedule.server";
import { db } from "~/platform/db.server";
import { projectSettings } from "~/platform/project-settings.server";
import type { BuyerCtx } from "~/platform/session.server";
import { OWN, priceOf, unitsOf, wayOf } from "./home-parts.server";
import { AS_BUYER, dealsOf } from "./own-deal.server";
import { nextDueOf } from "./payments";

/** The homes of the buyer who is signed in: what stands, then what has ended, newest first. */
export async function listHomes(by: BuyerCtx) {
  demand(may(AS_BUYER, "deal:read"));
  const deals = await db.deal.findMany({
    where: dealsOf(by),
    include: { ...OWN, project: true },
    orderBy: { enteredAt: "desc" },
  });
  const homes = await Promise.all(
    deals.map(async (deal) => {
      const today = dayIn(deal.project.timeZone, by.now);
      const settings = await projectSettings(db, deal.projectId, today);
      const schedule = await readSchedule(db, deal.id, settings, today);
      const price = priceOf(deal);
      return {
        id: deal.id,
        stage: deal.stage,
        live: isLive(deal.stage),
        project: deal.project.name,
        city: deal.project.city,
        units: unitsOf(deal),
        price: price?.price ?? null,
        paid: schedule.totals.paid,
        open: schedule.totals.open,
        nextDue: isLive(deal.stage) ? nextDueOf(schedule.lines) : null,
        way: wayOf(deal, schedule.totals.open === 0),
      };
    }),
  );
  return homes.toSorted((a, b) => Number(b.live) - Number(a.live));
}

export type HomeCard = Awaited<ReturnType<typeof listHomes>>[number];
