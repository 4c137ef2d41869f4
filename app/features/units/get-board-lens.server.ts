import { z } from "zod";
import { type BoardLens, daysOnMarket, discountDepth, lensReach, mayLookThrough } from "~/domain/board-lens";
import { type Day, dayIn, parseDay } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import type { LensValues } from "./lens-values";

// A sale counts from its subscription in force on; a hold is none, and one whose time is up is nobody's any more.
const DAYS = `
SELECT u."boardNo" AS no, u."releasedOn"::text AS "releasedOn", s."effectiveOn"::text AS "soldOn"
FROM "Unit" u LEFT JOIN "Claim" c ON c."unitId" = u.id AND c."endedAt" IS NULL
  LEFT JOIN "Deal" d ON d.id = c."dealId" AND d.stage IN ('RESERVED', 'CONTRACTED')
  LEFT JOIN "Subscription" s ON s."dealId" = d.id
WHERE u."projectId" = $1::uuid AND u."archivedAt" IS NULL AND u."releasedOn" IS NOT NULL
  AND c."openingState" IS NULL ORDER BY u."boardNo"`;

const OPEN_DEALS = `FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId" JOIN "Deal" d ON d.id = c."dealId"`;
const WITHIN_REACH = `c."projectId" = $1::uuid AND c."endedAt" IS NULL AND u."archivedAt" IS NULL
  AND ($2::uuid IS NULL OR d."consultantId" = $2::uuid)`;

const DEPTH = `SELECT u."boardNo" AS no, s."listFen"::float8 AS list, s."dealFen"::float8 AS deal
${OPEN_DEALS} JOIN "Subscription" s ON s."dealId" = d.id
WHERE ${WITHIN_REACH} AND d.stage IN ('RESERVED', 'CONTRACTED') ORDER BY u."boardNo"`;

// Those with most units come first.
const CONSULTANT = `SELECT u."boardNo" AS no, o.id, o.name
${OPEN_DEALS} JOIN "User" o ON o.id = d."consultantId"
WHERE ${WITHIN_REACH} AND NOT (d.stage = 'HELD' AND d."holdUntil" <= $3::timestamptz)
ORDER BY count(*) OVER (PARTITION BY o.id) DESC, o.id, u."boardNo"`;

const text = z.string().nullable();
const daysRow = z.object({ no: z.int(), releasedOn: text, soldOn: text });
const depthRow = z.object({ no: z.int(), list: z.int(), deal: z.int() });
const consultantRow = z.object({ no: z.int(), id: z.string(), name: z.string() });

/**
 * What a lens shows of each unit, by its small number. Refuses `not_permitted`; whoever sees own deals only gets the
 * values of those.
 */
export async function getBoardLens(ctx: Ctx, lens: BoardLens): Promise<LensValues> {
  demand(mayLookThrough(ctx.permissions, lens));
  if (lens === "days") return daysOf(ctx);
  const own = lensReach(ctx.permissions, lens) === "own" ? ctx.actorId : null;
  return lens === "depth" ? depthsOf(ctx, own) : consultantsOf(ctx, own);
}

async function daysOf({ projectId, timeZone, now }: Ctx): Promise<LensValues> {
  const { rows } = await pool.query({ name: "lens-days", text: DAYS, values: [projectId] });
  const today = dayIn(timeZone, now);
  return packed(
    rows.map((row) => {
      const { no, releasedOn, soldOn } = daysRow.parse(row);
      return { no, value: daysOnMarket(maybeDay(releasedOn), maybeDay(soldOn), today) };
    }),
  );
}

async function depthsOf({ projectId }: Ctx, own: string | null): Promise<LensValues> {
  const { rows } = await pool.query({ name: "lens-depth", text: DEPTH, values: [projectId, own] });
  return packed(
    rows.map((row) => {
      const { no, list, deal } = depthRow.parse(row);
      return { no, value: discountDepth(fen(list), fen(deal)) };
    }),
  );
}

/** The value is the place in `names`. */
async function consultantsOf({ projectId, now }: Ctx, own: string | null): Promise<LensValues> {
  const { rows } = await pool.query({ name: "lens-consultant", text: CONSULTANT, values: [projectId, own, now] });
  const deals = rows.map((row) => consultantRow.parse(row));
  const names = new Map(deals.map(({ id, name }) => [id, name] as const));
  const places = new Map([...names.keys()].map((id, at) => [id, at] as const));
  return { ...packed(deals.map(({ no, id }) => ({ no, value: places.get(id) ?? null }))), names: [...names.values()] };
}

function packed(rows: readonly { no: number; value: number | null }[]): LensValues {
  const known = rows.flatMap(({ no, value }) => (value === null ? [] : [{ no, value }]));
  return { nos: known.map(({ no }) => no), values: known.map(({ value }) => value), names: [] };
}

function maybeDay(stored: string | null): Day | null {
  return stored === null ? null : parseDay(stored);
}
