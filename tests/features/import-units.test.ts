import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { searchEverything } from "~/features/customers/search-everything.server";
import type { ImportUnits } from "~/features/units/import-units.server";
import { importUnits } from "~/features/units/import-units.server";
import { listImportProfiles } from "~/features/units/list-import-profiles.server";
import { attempt } from "~/platform/attempt.server";
import { db } from "~/platform/db.server";
import { asStaff, givenProject, givenUnit, NOW, refused } from "../support/given";
import { sharedData } from "../support/shared-data";

const HEADER = "房号,建筑面积,套内面积,单价,总价,状态";
const ROWS = [
  "1栋101,90.00,70.00,20000,1800000,在售",
  "1栋102,80.00,62.00,20000,1600000,已签认购书",
  "2栋201,80.00,62.00,--,--,已备案",
];

function csv(...rows: string[]): ImportUnits {
  const bytes = new TextEncoder().encode([HEADER, ...rows].join("\n"));
  return {
    file: { fileName: "list.csv", bytes },
    profile: null,
    profileName: null,
    acceptGoodRows: false,
    dryRun: false,
  };
}

function fileOf(path: string, over: Partial<ImportUnits> = {}): ImportUnits {
  return { ...csv(), file: { fileName: basename(path), bytes: readFileSync(path) }, ...over };
}

async function givenPlanner() {
  const project = await givenProject();
  return { project, ctx: await asStaff("PLANNER", project) };
}

/** Everything that an import may write, as far as it belongs to the project. */
async function written(projectId: string) {
  const where = { projectId };
  const [units, claims, buildings, audit, runs, changes] = await Promise.all([
    db.unit.findMany({ where, orderBy: { boardNo: "asc" }, include: { building: true } }),
    db.claim.findMany({ where, orderBy: { unit: { boardNo: "asc" } } }),
    db.building.findMany({ where, orderBy: { position: "asc" } }),
    db.auditEntry.findMany({ where, orderBy: { seq: "asc" } }),
    db.importRun.findMany({ where }),
    db.unitChange.count({ where }),
  ]);
  return { units, claims, buildings, audit, runs, changes };
}

describe("importing a price list", () => {
  it("brings units in unreleased, sold ones with an opening claim, prices as filed", async () => {
    const { project, ctx } = await givenPlanner();
    const result = await importUnits(ctx, csv(...ROWS));
    expect(result).toMatchObject({
      applied: true,
      rows: 3,
      imported: 3,
      updated: 0,
      refused: [],
      totals: {
        units: 3,
        grossCentiares: 25_000,
        filedFen: 340_000_000,
        byStatus: { UNRELEASED: 1, RESERVED: 1, FILED: 1 },
      },
    });
    expect((await searchEverything(ctx, "2栋")).map(({ subject }) => subject)).toContain("UNIT");
    const { units, claims, buildings, audit, runs } = await written(project.id);
    expect(
      units.map((unit) => [unit.building.name, unit.floorLabel, unit.number, unit.filedFen, unit.filedUnitCentifen]),
    ).toEqual([
      ["1栋", "1", "101", 180_000_000n, 200_000_000n],
      ["1栋", "1", "102", 160_000_000n, 200_000_000n],
      ["2栋", "2", "201", null, null],
    ]);
    expect(units.every(({ releaseState, listFen }) => releaseState === "UNRELEASED" && listFen === null)).toBe(true);
    expect(
      claims.map(({ unitId, openingState, dealId, since, endedAt }) => [unitId, openingState, dealId, since, endedAt]),
    ).toEqual([
      [units[1]?.id, "RESERVED", null, NOW, null],
      [units[2]?.id, "FILED", null, NOW, null],
    ]);
    expect(buildings.map(({ name, position, phaseId }) => [name, position, phaseId])).toEqual([
      ["1栋", 1, project.phaseId],
      ["2栋", 2, project.phaseId],
    ]);
    expect(audit).toMatchObject([
      { action: "units.imported", actorId: ctx.actorId, after: { imported: 3, updated: 0 } },
    ]);
    expect(runs).toMatchObject([{ fileName: "list.csv", byId: ctx.actorId }]);
  });

  it("changes nothing when the same file comes again, and says so", async () => {
    const { project, ctx } = await givenPlanner();
    await importUnits(ctx, csv(...ROWS));
    const before = await written(project.id);
    const again = await importUnits(ctx, csv(...ROWS));
    expect(again).toMatchObject({ applied: true, imported: 0, updated: 0, unchanged: 3, refused: [] });
    expect(await written(project.id)).toEqual(before);
  });

  it("shows what a changed file would change, then changes that and nothing else", async () => {
    const { project, ctx } = await givenPlanner();
    await importUnits(ctx, csv(...ROWS));
    const before = await written(project.id);
    const changed = csv(ROWS[0]?.replace("1800000", "1790000") ?? "", ROWS[1] ?? "", "3栋301,70,60,20000,1400000,在售");
    const shown = await importUnits(ctx, { ...changed, dryRun: true });
    expect(shown).toMatchObject({
      applied: false,
      imported: 1,
      updated: 1,
      unchanged: 1,
      absent: 1,
      changes: [{ label: "1栋101", row: 2, changes: [{ fact: "filedFen", before: 180_000_000, after: 179_000_000 }] }],
    });
    expect(await written(project.id)).toEqual(before);

    expect(await importUnits(ctx, changed)).toEqual({ ...shown, applied: true });
    const { units, audit } = await written(project.id);
    expect(units.map(({ label, filedFen, version }) => [label, filedFen, version])).toEqual([
      ["1栋101", 179_000_000n, 2],
      ["1栋102", 160_000_000n, 1],
      ["2栋201", null, 1],
      ["3栋301", 140_000_000n, 1],
    ]);
    expect(audit.find(({ action }) => action === "unit.corrected")).toMatchObject({
      subject: `unit:${units[0]?.id}`,
      before: { filedFen: 180_000_000 },
      after: { filedFen: 179_000_000 },
    });
  });

  it("keeps the whole file out for one bad row, unless the good ones are accepted", async () => {
    const { project, ctx } = await givenPlanner();
    const bad = csv(ROWS[0] ?? "", "1栋103,,62.00,20000,1600000,在售");
    const refusedAll = await importUnits(ctx, bad);
    expect(refusedAll).toMatchObject({
      applied: false,
      imported: 0,
      refused: [{ row: 3, column: "建筑面积", code: "area_missing" }],
    });
    expect((await written(project.id)).units).toEqual([]);
    expect(await importUnits(ctx, { ...bad, acceptGoodRows: true })).toMatchObject({ applied: true, imported: 1 });
    expect((await written(project.id)).units).toHaveLength(1);
  });

  it("keeps a broken file out even so", async () => {
    const { project, ctx } = await givenPlanner();
    const broken = csv(ROWS[0] ?? "", "1栋103,90.00");
    const result = await importUnits(ctx, { ...broken, acceptGoodRows: true });
    expect(result).toMatchObject({ applied: false, imported: 0, refused: [{ row: 3, code: "row_width_differs" }] });
    expect((await written(project.id)).units).toEqual([]);
  });

  it("corrects a unit sold before the system came, but never its sale", async () => {
    const { project, ctx } = await givenPlanner();
    const unit = await givenUnit(project, {
      floorLabel: "1",
      floorNo: 1,
      number: "101",
      label: "1栋101",
      listFen: 1n,
      floorFen: 1n,
    });
    await db.claim.create({ data: { projectId: project.id, unitId: unit.id, openingState: "CONTRACTED", since: NOW } });
    const sold = await importUnits(ctx, csv("1栋101,90.00,70.00,20000,1800000,已签约"));
    expect(sold).toMatchObject({ updated: 1, warnings: [] });
    const unsold = await importUnits(ctx, csv("1栋101,90.00,70.00,20000,1800000,在售"));
    expect(unsold).toMatchObject({ updated: 0, unchanged: 1, warnings: [{ row: 2, code: "status_differs" }] });
  });

  it("remembers how a file was read, under a name, per project", async () => {
    const { ctx } = await givenPlanner();
    const taught = { ...csv("1栋101,90.00,70.00,20000,1800000,内部保留"), profileName: "深圳 2026" };
    const { profile } = await readProfile(taught);
    await importUnits(ctx, { ...taught, profile: { ...profile, statusWords: { 内部保留: "RESERVED" } } });
    const [remembered] = await listImportProfiles(ctx);
    expect(remembered).toMatchObject({ name: "深圳 2026", profile: { statusWords: { 内部保留: "RESERVED" } } });
    expect(await listImportProfiles((await givenPlanner()).ctx)).toEqual([]);
  });

  it("is not for everybody, and does not see another project", async () => {
    const { project } = await givenPlanner();
    const consultant = await asStaff("CONSULTANT", project);
    expect(await attempt(importUnits(consultant, csv(...ROWS)))).toMatchObject(refused("not_permitted"));
    const { ctx } = await givenPlanner();
    const gone = { ...ctx, projectId: ctx.actorId };
    expect(await attempt(importUnits(gone, csv(...ROWS)))).toMatchObject(refused("not_found"));
    expect((await written(project.id)).units).toEqual([]);
  });

  it("lets one of two imports at the same moment find the other's units", async () => {
    const { project, ctx } = await givenPlanner();
    const results = await Promise.all([importUnits(ctx, csv(...ROWS)), importUnits(ctx, csv(...ROWS))]);
    expect(results.map(({ imported }) => imported).sort()).toEqual([0, 3]);
    expect((await written(project.id)).units).toHaveLength(3);
  });
});

describe("real lists", () => {
  const town = sharedData("price-lists/csv-2018/亚迪三村.csv");
  it.skipIf(!town)("brings in 5 334 units with the filed sums, once", async () => {
    const { project, ctx } = await givenPlanner();
    const result = await importUnits(ctx, fileOf(town ?? ""));
    expect(result).toMatchObject({ imported: 5334, totals: { grossCentiares: 40_946_196, filedFen: 737_605_777_500 } });
    const { _sum, _count } = await db.unit.aggregate({
      where: { projectId: project.id },
      _count: true,
      _sum: { grossCentiares: true, filedFen: true },
    });
    expect([_count, _sum.grossCentiares, _sum.filedFen]).toEqual([5334, 40_946_196, 737_605_777_500n]);
    expect(await importUnits(ctx, fileOf(town ?? ""))).toMatchObject({ imported: 0, updated: 0, unchanged: 5334 });
  });

  const blank = sharedData("price-lists/broken/坂田-联发天境雅居_gbk_blank_areas.csv");
  it.skipIf(!blank)("takes 221 good rows of 570 only when told to", async () => {
    const { ctx } = await givenPlanner();
    const none = await importUnits(ctx, fileOf(blank ?? ""));
    expect(none).toMatchObject({ applied: false, imported: 0, rows: 570 });
    expect(none.refused).toHaveLength(349);
    expect(await importUnits(ctx, fileOf(blank ?? "", { acceptGoodRows: true }))).toMatchObject({ imported: 221 });
  });
});

async function readProfile(input: ImportUnits) {
  const { readPriceList } = await import("~/features/units/read-price-list.server");
  const { profile } = await readPriceList(input.file, null);
  if (!profile) throw new Error("the file shows no shape");
  return { profile };
}
