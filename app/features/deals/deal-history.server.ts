import { z } from "zod";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** What happens on a deal, by the names of the audit trail, in the order of a sale. */
export const DEAL_EVENTS = [
  "hold.placed",
  "hold.extended",
  "hold.released",
  "hold.cancelled",
  "hold.expired",
  "subscription.drafted",
  "subscription.redrafted",
  "subscription.unit_confirmed",
  "subscription.signed",
  "subscription.took_effect",
  "subscription.voided_unpaid",
  "subscription.sign_by_extended",
  "schedule.created",
  "schedule.voided",
  "schedule.dated",
  "contract.asked",
  "contract.signed",
  "filing.filed",
  "filing.recorded",
] as const;
export type DealEvent = (typeof DEAL_EVENTS)[number];

const details = z
  .object({
    number: z.string(),
    on: z.string(),
    until: z.string(),
    holdUntil: z.string(),
    signBy: z.string(),
    recordNumber: z.string(),
  })
  .partial()
  .catch({});

export type HistoryEntry = {
  id: string;
  at: Date;
  event: DealEvent;
  /** Null: the system by itself. */
  by: string | null;
  reason: string | null;
  details: z.infer<typeof details>;
};

/** The deal's trail, newest first. Entries that have no words of their own stay in the audit trail alone. */
export async function dealHistory(ctx: Ctx, dealId: string): Promise<HistoryEntry[]> {
  const rows = await db.auditEntry.findMany({
    where: { subject: `deal:${dealId}`, projectId: ctx.projectId },
    orderBy: { seq: "desc" },
  });
  const actors = await db.user.findMany({
    where: { id: { in: rows.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  return rows.flatMap(({ seq, at, action, actorId, reason, after }) => {
    const event = DEAL_EVENTS.find((one) => one === action);
    if (!event) return [];
    const by = actors.find(({ id }) => id === actorId)?.name ?? null;
    return [{ id: String(seq), at, event, by, reason, details: details.parse(after ?? {}) }];
  });
}
