import { dayIn } from "~/domain/calendar";
import { may, permissionsOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Settings } from "~/domain/setting";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { projectSettings } from "~/platform/project-settings.server";
import type { BuyerCtx } from "~/platform/session.server";

/** What every buyer may do. */
export const AS_BUYER = permissionsOf(["BUYER"]);

/** The deals of a person: as the customer, or as one of the buyers. */
export function dealsOf({ personId }: { personId: string }): Prisma.DealWhereInput {
  return { OR: [{ customer: { personId } }, { buyers: { some: { personId } } }] };
}

export type OwnPlace = { dealId: string; projectId: string; projectCode: string; timeZone: string; settings: Settings };

/** Where a deal of this person is sold, and under which settings; null for anybody else's. */
export async function findOwnDeal(by: BuyerCtx, dealId: string): Promise<OwnPlace | null> {
  demand(may(AS_BUYER, "deal:read"));
  const deal = await db.deal.findFirst({ where: { id: dealId, ...dealsOf(by) }, include: { project: true } });
  if (!deal) return null;
  const { id: projectId, code: projectCode, timeZone } = deal.project;
  const settings = await projectSettings(db, projectId, dayIn(timeZone, by.now));
  return { dealId, projectId, projectCode, timeZone, settings };
}
