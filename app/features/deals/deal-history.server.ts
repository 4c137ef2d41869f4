import { z } from "zod";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";

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

const HISTORY = `SELECT a.seq::text AS id, a.at, a.action AS event, u.name AS by, a.reason, a.after AS details
  FROM "AuditEntry" a LEFT JOIN "User" u ON u.id = a."actorId"
  WHERE a.subject = $1 AND a."projectId" = $2 AND a.action = ANY ($3) ORDER BY a.seq DESC`;

/** The deal's trail, newest first. Entries that have no words of their own stay in the audit trail alone. */
export async function dealHistory(ctx: Ctx, dealId: string): Promise<HistoryEntry[]> {
  const values = [`deal:${dealId}`, ctx.projectId, DEAL_EVENTS];
  const { rows } = await pool.query<HistoryEntry>({ name: "deal-history", text: HISTORY, values });
  return rows.map((row) => ({ ...row, details: details.parse(row.details ?? {}) }));
}
