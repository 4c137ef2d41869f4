import { factsOf, type UnitChange } from "~/domain/price-file-diff";
import { compareBuildings, type PlacedUnit } from "~/domain/price-file-place";
import { Refused } from "~/domain/refusal";
import { indexNew } from "~/features/projects/index-words.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";

// Thousands of rows in one statement: they travel as one JSON parameter and PostgreSQL takes them apart.

const FACTS = `use text, "grossCentiares" int, "internalCentiares" int, "surveyedGrossCentiares" int,
  "surveyedInternalCentiares" int, "filedFen" bigint, "filedUnitCentifen" bigint, orientation text`;

const INSERT_UNITS = `INSERT INTO "Unit" (id, "projectId", "buildingId", "boardNo", entrance, "floorLabel", "floorNo",
    number, label, use, "grossCentiares", "internalCentiares", "surveyedGrossCentiares", "surveyedInternalCentiares",
    "filedFen", "filedUnitCentifen", orientation, note, "createdAt")
  SELECT r.id, $2::uuid, r."buildingId", r."boardNo", r.entrance, r."floorLabel", r."floorNo", r.number, r.label,
    r.use::"UnitUse", r."grossCentiares", r."internalCentiares", r."surveyedGrossCentiares",
    r."surveyedInternalCentiares", r."filedFen", r."filedUnitCentifen", r.orientation, r.note, $3::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "buildingId" uuid, "boardNo" int, entrance text, "floorLabel" text,
    "floorNo" int, number text, label text, note text, ${FACTS})`;

const INSERT_OPENING_CLAIMS = `INSERT INTO "Claim" (id, "projectId", "unitId", "openingState", since)
  SELECT r.id, $2::uuid, r."unitId", r.state::"OpeningState", $3::timestamptz
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "unitId" uuid, state text)`;

const UPDATE_UNITS = `UPDATE "Unit" u SET use = r.use::"UnitUse", "grossCentiares" = r."grossCentiares",
    "internalCentiares" = r."internalCentiares", "surveyedGrossCentiares" = r."surveyedGrossCentiares",
    "surveyedInternalCentiares" = r."surveyedInternalCentiares", "filedFen" = r."filedFen",
    "filedUnitCentifen" = r."filedUnitCentifen", orientation = r.orientation, version = u.version + 1
  FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, ${FACTS}) WHERE u.id = r.id AND u."projectId" = $2::uuid`;

/** Adds units, unreleased; those sold before the system came get an opening claim, which no deal stands behind. */
export async function addUnits(tx: Tx, ctx: Ctx, added: readonly PlacedUnit[]): Promise<void> {
  if (added.length === 0) return;
  const buildings = await ensureBuildings(tx, ctx, added);
  const { _max } = await tx.unit.aggregate({ where: { projectId: ctx.projectId }, _max: { boardNo: true } });
  const first = (_max.boardNo ?? 0) + 1;
  const rows = added.map((unit, i) => ({
    ...factsOf(unit, null),
    id: newId(),
    buildingId: buildings.get(unit.building),
    boardNo: first + i,
    entrance: unit.entrance,
    floorLabel: unit.floorLabel,
    floorNo: unit.floorNo,
    number: unit.number,
    label: unit.label,
    note: [unit.layout, unit.note, unit.contractNumber].filter(Boolean).join(" · "),
    status: unit.status,
  }));
  await tx.$executeRawUnsafe(INSERT_UNITS, JSON.stringify(rows), ctx.projectId, ctx.now);
  const sold = rows.filter(({ status }) => status !== "FOR_SALE");
  const claims = sold.map(({ id, status }) => ({ id: newId(), unitId: id, state: status }));
  await tx.$executeRawUnsafe(INSERT_OPENING_CLAIMS, JSON.stringify(claims), ctx.projectId, ctx.now);
  const named = rows.map(({ id, label }) => ({ id, words: [label] }));
  await indexNew(tx, ctx.projectId, "UNIT", named);
}

/** Writes corrected facts, with an audit entry for each unit. */
export async function changeUnits(tx: Tx, ctx: Ctx, changed: readonly UnitChange[]): Promise<void> {
  if (changed.length === 0) return;
  const rows = changed.map(({ id, facts }) => ({ id, ...facts }));
  await tx.$executeRawUnsafe(UPDATE_UNITS, JSON.stringify(rows), ctx.projectId);
  const { projectId, actorId, requestId, now } = ctx;
  await tx.auditEntry.createMany({
    data: changed.map(({ id, changes }) => ({
      ...{ projectId, actorId, requestId, at: now, action: "unit.corrected", subject: `unit:${id}` },
      before: Object.fromEntries(changes.map(({ fact, before }) => [fact, before])),
      after: Object.fromEntries(changes.map(({ fact, after }) => [fact, after])),
    })),
  });
}

async function ensureBuildings(tx: Tx, ctx: Ctx, units: readonly PlacedUnit[]): Promise<Map<string, string>> {
  const known = await tx.building.findMany({ where: { projectId: ctx.projectId } });
  const byName = new Map(known.map(({ name, id }) => [name, id] as const));
  const missing = [...new Set(units.map(({ building }) => building))].filter((name) => !byName.has(name));
  if (missing.length === 0) return byName;
  const phaseId = await firstPhase(tx, ctx);
  const last = Math.max(0, ...known.map(({ position }) => position));
  const data = missing.toSorted(compareBuildings).map((name, i) => {
    const id = newId();
    byName.set(name, id);
    return { id, projectId: ctx.projectId, phaseId, name, position: last + i + 1 };
  });
  await tx.building.createMany({ data });
  return byName;
}

/** New buildings stand in the project's latest phase; a project without one gets 一期 with the company's seller. */
async function firstPhase(tx: Tx, ctx: Ctx): Promise<string> {
  const phase = await tx.phase.findFirst({ where: { projectId: ctx.projectId }, orderBy: { id: "desc" } });
  if (phase) return phase.id;
  const seller = await tx.seller.findFirst({ orderBy: { id: "asc" } });
  if (!seller) throw new Refused({ code: "value_missing" });
  const made = await tx.phase.create({ data: { projectId: ctx.projectId, sellerId: seller.id, name: "一期" } });
  return made.id;
}
