import { addDays, type Day } from "~/domain/calendar";
import { may, reachOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { countRetentionOver } from "~/features/customers/retention-over.server";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import { countWaiting } from "./count-waiting.server";

export const ALERTS = [
  "UNSIGNED",
  "OVERDUE",
  "HOLDS_EXPIRING",
  "RELEASES_BLOCKED",
  "UNFILED",
  "UNPUBLISHED",
  "ERASURE_DUE",
  "APPROVALS",
] as const;
export type AlertName = (typeof ALERTS)[number];

/** One deal (or batch) behind an alert: what, whose, since or until when, how much in fen. */
export type AlertRow = {
  id: string;
  dealId: string | null;
  unit: string;
  consultant: string;
  at: string | null;
  amount: number | null;
};
export type Alert = { name: AlertName; count: number; amount: number | null };

const UNITS = `(SELECT string_agg(u.label, ', ' ORDER BY u.label) FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId"
    WHERE c."dealId" = d.id AND c."endedAt" IS NULL)`;
const MINE = `($3::uuid IS NULL OR d."consultantId" = $3::uuid)`;

const QUESTIONS = {
  UNSIGNED: `SELECT d.id, d.id AS "dealId", ${UNITS} AS unit, o.name AS consultant, s."signBy"::text AS at,
      s."dealFen"::text AS amount
    FROM "Subscription" s JOIN "Deal" d ON d.id = s."dealId" JOIN "User" o ON o.id = d."consultantId"
    WHERE d."projectId" = $1 AND d.stage = 'RESERVED' AND s."signBy" < $2::date AND ${MINE} ORDER BY s."signBy", d.id`,
  OVERDUE: `SELECT r.id, d.id AS "dealId", ${UNITS} AS unit, o.name AS consultant, r."dueOn"::text AS at,
      (r."amountFen" - r."allocatedFen")::text AS amount
    FROM "Receivable" r JOIN "Deal" d ON d.id = r."dealId" JOIN "User" o ON o.id = d."consultantId"
    WHERE r."projectId" = $1 AND r."dueOn" < $2::date AND r."voidedAt" IS NULL AND r."allocatedFen" < r."amountFen"
      AND d.stage IN ('HELD', 'RESERVED', 'CONTRACTED') AND ${MINE} ORDER BY r."dueOn", r.id`,
  HOLDS_EXPIRING: `SELECT d.id, d.id AS "dealId", ${UNITS} AS unit, o.name AS consultant,
      to_char(d."holdUntil", 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, NULL AS amount
    FROM "Deal" d JOIN "User" o ON o.id = d."consultantId"
    WHERE d."projectId" = $1 AND d.stage = 'HELD' AND d."holdUntil" > $4::timestamptz AND d."holdUntil" <= $4::timestamptz + interval '24 hours'
      AND $2::date IS NOT NULL AND ${MINE} ORDER BY d."holdUntil", d.id`,
  RELEASES_BLOCKED: `SELECT b.id, NULL AS "dealId", b.name AS unit, o.name AS consultant,
      to_char(b."opensAt", 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, NULL AS amount
    FROM "ReleaseBatch" b JOIN "User" o ON o.id = b."draftedById"
    WHERE b."projectId" = $1 AND b.status = 'APPROVED' AND b."opensAt" < $4::timestamptz - interval '1 minute'
      AND $2::date IS NOT NULL AND $3::uuid IS NULL ORDER BY b."opensAt", b.id`,
  UNFILED: `SELECT d.id, d.id AS "dealId", ${UNITS} AS unit, o.name AS consultant, k."signedOn"::text AS at,
      NULL AS amount
    FROM "Contract" k JOIN "Deal" d ON d.id = k."dealId" JOIN "User" o ON o.id = d."consultantId"
      LEFT JOIN "Filing" f ON f."dealId" = d.id
    WHERE d."projectId" = $1 AND d.stage = 'CONTRACTED' AND k."signedOn" < $2::date AND ${MINE}
      AND coalesce(f.state, 'NONE') NOT IN ('FILED', 'RECORDED') ORDER BY k."signedOn", d.id`,
  UNPUBLISHED: `SELECT p.id, NULL AS "dealId", p.number || ' · ' || count(*) AS unit, '' AS consultant,
      p."issuedOn"::text AS at, NULL AS amount
    FROM "Permit" p JOIN "Unit" u ON u."permitId" = p.id AND u."archivedAt" IS NULL AND u."releaseState" = 'UNRELEASED'
      AND u."saleCategory" = 'FOR_SALE'
    WHERE p."projectId" = $1 AND p."issuedOn" < $2::date AND $3::uuid IS NULL
      AND NOT EXISTS (SELECT FROM "Claim" c WHERE c."unitId" = u.id AND c."endedAt" IS NULL)
    GROUP BY p.id ORDER BY p."issuedOn", p.id`,
} as const;
export type ListedAlert = keyof typeof QUESTIONS;
export const LISTED_ALERTS = Object.keys(QUESTIONS) as ListedAlert[];

/** What is late or waits, each with how many and how much; the lists behind it are `listAlertRows`. */
export async function listAlerts(ctx: Ctx, today: Day): Promise<Alert[]> {
  const money = may(ctx.permissions, "report:read_money").ok;
  const listed = await Promise.all(
    LISTED_ALERTS.map(async (name) => {
      const rows = await listAlertRows(ctx, name, today);
      const amount = rows.reduce((sum, row) => sum + (row.amount ?? 0), 0);
      return { name, count: rows.length, amount: money && amount > 0 ? amount : null };
    }),
  );
  const due = { name: "ERASURE_DUE", count: await countRetentionOver(ctx), amount: null } as const;
  return [...listed, due, { name: "APPROVALS", count: await countWaiting(ctx), amount: null }];
}

/** The rows behind one alert, the most urgent first. */
export async function listAlertRows(ctx: Ctx, name: ListedAlert, today: Day): Promise<AlertRow[]> {
  demand(may(ctx.permissions, "report:read"));
  const money = may(ctx.permissions, "report:read_money").ok;
  const own = reachOf(ctx.permissions, "report:read") === "scope" ? null : ctx.actorId;
  const params = [ctx.projectId, lateFrom(ctx, name, today), own, ...(QUESTIONS[name].includes("$4") ? [ctx.now] : [])];
  const { rows } = await pool.query<AlertRow & { amount: string | null }>(QUESTIONS[name], params);
  return rows.map((row) => ({ ...row, amount: money && row.amount !== null ? Number(row.amount) : null }));
}

/** The day before which something is late: a filing by its term, a permit's units by theirs, the rest from today on. */
function lateFrom({ settings }: Ctx, name: ListedAlert, today: Day): Day {
  if (name === "UNFILED") return addDays(today, -settings.filingDays);
  return name === "UNPUBLISHED" ? addDays(today, -settings.publishDays) : today;
}
