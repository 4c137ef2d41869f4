import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { OpeningClaimState } from "~/domain/unit-state";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** Something that happened to a unit. Who it was sold to is the deal's affair and stays there. */
export type UnitEvent =
  | { id: string; at: Date; kind: "CLAIM"; by: string; stage: string; dealId: string; endedAt: Date | null }
  | { id: string; at: Date; kind: "OPENING"; state: OpeningClaimState; endedAt: Date | null }
  | { id: string; at: Date; kind: "CHANGE"; action: string; by: string };

const SHOWN = 50;

/** Who held or sold a unit and what was changed on it, newest first. */
export async function listUnitHistory(ctx: Ctx, unitId: string): Promise<UnitEvent[]> {
  demand(may(ctx.permissions, "unit:read"));
  const [claims, entries] = await Promise.all([
    db.claim.findMany({
      where: { unitId, projectId: ctx.projectId },
      include: { deal: { select: { stage: true, consultant: { select: { name: true } } } } },
      orderBy: { since: "desc" },
      take: SHOWN,
    }),
    db.auditEntry.findMany({
      where: { subject: `unit:${unitId}`, projectId: ctx.projectId },
      orderBy: { seq: "desc" },
      take: SHOWN,
    }),
  ]);
  const actors = await db.user.findMany({
    where: { id: { in: entries.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  const names = new Map(actors.map(({ id, name }) => [id, name] as const));
  const events: UnitEvent[] = [
    ...claims.map(({ id, since, endedAt, openingState, deal, dealId }): UnitEvent => {
      if (!deal || !dealId) return { id, at: since, kind: "OPENING", state: openingState ?? "CONTRACTED", endedAt };
      return { id, at: since, kind: "CLAIM", by: deal.consultant.name, stage: deal.stage, dealId, endedAt };
    }),
    ...entries.map(({ seq, at, action, actorId }): UnitEvent => {
      return { id: String(seq), at, kind: "CHANGE", action, by: names.get(actorId ?? "") ?? "" };
    }),
  ];
  return events.sort((one, other) => other.at.getTime() - one.at.getTime()).slice(0, SHOWN);
}
