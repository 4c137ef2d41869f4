import { z } from "zod";
import { LIVE_STAGES } from "~/domain/deal-state";
import { OPENING_CLAIM_STATES, type OpenClaim, RELEASE_STATES, saleStateOf } from "~/domain/unit-state";
import { pool } from "~/platform/db.server";
import { UnitUse } from "~/platform/prisma/enums";
import type { BoardUnit } from "./board-unit";

const UNITS = `
SELECT u.id, u."boardNo" AS no, b.name AS building, u.entrance, u."floorLabel" AS floor, u."floorNo", u.number, u.label,
  u.use::text AS use, u."saleCategory"::text AS category, u."grossCentiares" AS gross, u."internalCentiares" AS internal,
  u."filedFen"::float8 AS filed, u."listFen"::float8 AS list, coalesce(y.name, '') AS layout, u.orientation,
  u."releaseState"::text AS "releaseState", u."withheldReason", c.since, c."openingState"::text AS "openingState",
  d.stage::text AS stage, d."holdUntil", d."holdReason", o.name AS by,
  coalesce(f.state IN ('FILED', 'RECORDED'), false) AS filing,
  coalesce(h.state IN ('DELIVERED', 'TRANSFERRED'), false) AS delivered
FROM "Unit" u JOIN "Building" b ON b.id = u."buildingId" LEFT JOIN "Layout" y ON y.id = u."layoutId"
  LEFT JOIN "Claim" c ON c."unitId" = u.id AND c."endedAt" IS NULL
  LEFT JOIN "Deal" d ON d.id = c."dealId" LEFT JOIN "User" o ON o.id = d."consultantId"
  LEFT JOIN "Filing" f ON f."dealId" = d.id LEFT JOIN "Handover" h ON h."dealId" = d.id
WHERE u."projectId" = $1::uuid AND u."archivedAt" IS NULL AND ($2::uuid[] IS NULL OR u.id = ANY ($2::uuid[]))
ORDER BY b.position, u."boardNo"`;

const unitRow = z.object({
  ...{ id: z.string(), no: z.number(), building: z.string(), entrance: z.string(), floor: z.string() },
  ...{ floorNo: z.number(), number: z.string(), label: z.string(), use: z.enum(UnitUse), category: z.string() },
  ...{ gross: z.number(), internal: z.number(), filed: z.int().nullable(), list: z.int().nullable() },
  ...{ layout: z.string(), orientation: z.string(), releaseState: z.enum(RELEASE_STATES) },
  ...{ withheldReason: z.string().nullable(), since: z.date().nullable() },
  ...{ openingState: z.enum(OPENING_CLAIM_STATES).nullable(), stage: z.enum(LIVE_STAGES).nullable() },
  ...{ holdUntil: z.date().nullable(), holdReason: z.string().nullable(), by: z.string().nullable() },
  ...{ filing: z.boolean(), delivered: z.boolean() },
});
type UnitRow = z.infer<typeof unitRow>;

/** Units of a project as the board shows them at this moment: all, or those of the given ids. */
export async function listBoardUnits(
  projectId: string,
  ids: readonly string[] | null,
  now: Date,
): Promise<BoardUnit[]> {
  const { rows } = await pool.query({ name: "board-units", text: UNITS, values: [projectId, ids] });
  return rows.map((row) => boardUnit(unitRow.parse(row), now));
}

function boardUnit(row: UnitRow, now: Date): BoardUnit {
  const {
    releaseState,
    withheldReason,
    since,
    openingState,
    stage,
    holdUntil,
    holdReason,
    filing,
    delivered,
    ...shown
  } = row;
  const claim = openClaim(row);
  const facts = { releaseState, queueNumbers: 0 };
  const state = saleStateOf({ ...facts, openClaim: claim }, now);
  const held = state === "HELD";
  const claimed = claim !== null && !(stage === "HELD" && !held);
  return {
    ...shown,
    state,
    until: held ? (holdUntil?.getTime() ?? null) : null,
    after: held ? saleStateOf({ ...facts, openClaim: null }, now) : state,
    since: claimed ? (since?.getTime() ?? null) : null,
    by: claimed ? (row.by ?? "") : "",
    reason: held ? (holdReason ?? "") : state === "WITHHELD" ? (withheldReason ?? "") : "",
  };
}

function openClaim({ since, openingState, stage, holdUntil, by, filing, delivered }: UnitRow): OpenClaim | null {
  if (!since) return null;
  if (openingState) return { kind: "OPENING", since, state: openingState };
  return stage && { kind: "DEAL", since, by: by ?? "", stage, holdUntil, filed: filing, delivered };
}
