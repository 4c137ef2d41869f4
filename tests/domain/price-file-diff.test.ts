import { describe, expect, it } from "vitest";
import { centiares } from "~/domain/area";
import { fen } from "~/domain/money";
import { readPriceFile } from "~/domain/price-file";
import { factsOf, type KnownUnit, planImport } from "~/domain/price-file-diff";
import { placeUnits } from "~/domain/price-file-place";

const HEADER = ["房号", "建筑面积", "总价", "状态"];

function unitsOf(...rows: readonly (readonly string[])[]) {
  const numbered = [HEADER, ...rows].map((cells, i) => ({ row: i + 1, cells }));
  const file = { format: "CSV", encoding: "UTF-8", sheets: [{ name: null, delimited: true, rows: numbered }] } as const;
  return placeUnits(readPriceFile(file).units, []).units;
}

function known(row: readonly string[], over: Partial<KnownUnit> = {}): KnownUnit[] {
  return unitsOf(row).map((unit) => ({
    ...factsOf(unit, null),
    ...{ building: unit.building, entrance: unit.entrance, floorLabel: unit.floorLabel, number: unit.number },
    ...{ id: unit.label, label: unit.label, listFen: null, sale: unit.status, inDeal: false },
    ...over,
  }));
}

const ROW = ["1栋101", "90.00", "1800000", "在售"];

describe("what an import would do", () => {
  it("adds what is new, and counts what the file does not mention", () => {
    const plan = planImport(unitsOf(["1栋102", "90.00", "1800000", "在售"]), known(ROW));
    expect(plan).toMatchObject({ added: [{ label: "1栋102" }], changed: [], unchanged: 0, absent: 1 });
  });

  it("changes nothing the second time", () => {
    expect(planImport(unitsOf(ROW), known(ROW))).toMatchObject({
      added: [],
      changed: [],
      unchanged: 1,
      absent: 0,
      warnings: [],
    });
  });

  it("names each figure that differs", () => {
    const plan = planImport(unitsOf(["1栋101", "90.12", "1790000", "在售"]), known(ROW));
    expect(plan.changed).toMatchObject([
      {
        row: 2,
        changes: [
          { fact: "grossCentiares", before: 9_000, after: 9_012 },
          { fact: "filedFen", before: 180_000_000, after: 179_000_000 },
        ],
      },
    ]);
  });

  it("keeps what is known where the file is silent", () => {
    const before = known(ROW, { internalCentiares: centiares(7_000), orientation: "南" });
    expect(planImport(unitsOf(["1栋101", "90.00", "--", "在售"]), before)).toMatchObject({ changed: [], unchanged: 1 });
  });

  it("does not touch a unit that a deal stands on, nor file a price below the list in force", () => {
    const cheaper = unitsOf(["1栋101", "90.00", "1700000", "在售"]);
    const sold = planImport(cheaper, known(ROW, { inDeal: true, sale: "RESERVED" }));
    expect(sold).toMatchObject({ changed: [], refused: [{ row: 2, code: "unit_in_deal" }] });
    const listed = planImport(cheaper, known(ROW, { listFen: fen(175_000_000) }));
    expect(listed).toMatchObject({ changed: [], refused: [{ row: 2, code: "filed_below_list" }] });
    expect(planImport(cheaper, known(ROW, { listFen: fen(170_000_000) })).changed).toHaveLength(1);
  });

  it("says when the file thinks differently about the sale, and leaves it", () => {
    const plan = planImport(unitsOf(["1栋101", "90.00", "1800000", "已备案"]), known(ROW));
    expect(plan).toMatchObject({ unchanged: 1, changed: [], warnings: [{ row: 2, code: "status_differs" }] });
  });
});
