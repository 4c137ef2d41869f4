import { canErase, dueOn, ERASURE_GROUNDS, type ErasureGround } from "~/domain/erasure";
import { may, mayAsk, reachOf } from "~/domain/permission";
import { demand, type Refusal } from "~/domain/refusal";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { erasureTerms } from "./erase-customer.server";
import { erasureStanding } from "./erasure-standing.server";
import { getCustomer } from "./get-customer.server";

/** What is asked before a customer's person is erased: since when, until when, and on which grounds; null where none. */
export async function getErasure(ctx: Ctx, customerId: string) {
  demand(mayAsk(ctx.permissions, "customer:erase"));
  const customer = await getCustomer(ctx, customerId);
  if (!customer) return null;
  const standing = await erasureStanding(db, customerId);
  const { months, timeZone } = erasureTerms(ctx);
  const verdicts = ERASURE_GROUNDS.map((ground) => ({
    ground,
    verdict: canErase(ground, standing, erasureTerms(ctx)),
  }));
  const onRequest = canErase("REQUEST", standing, erasureTerms(ctx));
  return {
    name: customer.name,
    lastContactAt: standing.lastContactAt,
    dueOn: dueOn(standing.lastContactAt, months, timeZone),
    grounds: verdicts.flatMap(({ ground, verdict }): ErasureGround[] => (verdict.ok ? [ground] : [])),
    /** What keeps the person, whatever the ground. */
    refusal: onRequest.ok ? null : (onRequest.refusal satisfies Refusal),
    decides: may(ctx.permissions, "customer:erase").ok,
    settings: await settingOrigins(ctx, SCREEN_SETTINGS.erasure),
  };
}

/** When and why the person of a customer within the caller's reach was erased; null where it was not. */
export async function getErased(ctx: Ctx, customerId: string): Promise<{ at: Date; ground: ErasureGround } | null> {
  const reach = reachOf(ctx.permissions, "customer:read");
  if (!reach) return null;
  const own = reach === "own" ? { ownerId: ctx.actorId } : {};
  const found = await db.projectCustomer.findFirst({
    where: { id: customerId, projectId: ctx.projectId, ...own, person: { erasedAt: { not: null } } },
    select: { person: { select: { erasedAt: true, erasedUnder: true } } },
  });
  const { erasedAt, erasedUnder } = found?.person ?? {};
  return erasedAt && erasedUnder ? { at: erasedAt, ground: erasedUnder } : null;
}
