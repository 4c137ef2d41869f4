import { describe, expect, it } from "vitest";
import { readPriceFile } from "~/domain/price-file";
import { compareBuildings, NO_BUILDING, placeUnits } from "~/domain/price-file-place";
import type { BuildingRule } from "~/domain/price-file-profile";

function placed(rows: readonly (readonly string[])[], rules: readonly BuildingRule[] = []) {
  const numbered = rows.map((cells, i) => ({ row: i + 1, cells }));
  const file = { format: "CSV", encoding: "UTF-8", sheets: [{ name: null, delimited: true, rows: numbered }] } as const;
  return placeUnits(readPriceFile(file).units, rules);
}

const NAMES = ["房号", "建筑面积"];
const COLUMNS = ["楼栋", "单元", "楼层", "房号", "建筑面积"];
const shown = ({ units }: ReturnType<typeof placed>) =>
  units.map(({ building, entrance, floorLabel, floorNo, number, label }) => [
    building,
    entrance,
    floorLabel,
    floorNo,
    number,
    label,
  ]);

describe("the place of a unit", () => {
  it("comes from its name where no column says it", () => {
    expect(shown(placed([NAMES, ["1栋A座0301", "90"], ["负二层11", "50"]]))).toEqual([
      ["1栋", "A座", "3", 3, "0301", "1栋A座0301"],
      [NO_BUILDING, "", "负二层", -2, "11", "负二层11"],
    ]);
  });

  it("comes from the columns where there are any, and gives the unit a name", () => {
    const rows = [
      COLUMNS,
      ["云栖3栋", "1单元", "31", "01", "90"],
      ["云栖7栋", "--", "09", "9D", "90"],
      ["云栖7栋", "A", "12", "1203", "90"],
    ];
    expect(shown(placed(rows))).toEqual([
      ["3栋", "1单元", "31", 31, "01", "3栋1单元3101"],
      ["7栋", "", "9", 9, "9D", "7栋9D"],
      ["7栋", "A座", "12", 12, "1203", "7栋A座1203"],
    ]);
  });

  it("keeps long building names apart that would be equal when cut", () => {
    const rows = [COLUMNS, ["一期3栋", "", "1", "101", "90"], ["二期3栋", "", "1", "101", "90"]];
    expect(placed(rows).units.map(({ building }) => building)).toEqual(["一期3栋", "二期3栋"]);
  });

  it("follows the rules that somebody gave for a building's text", () => {
    const rules = [{ text: NO_BUILDING, building: "商业裙房", entrance: "" }];
    expect(shown(placed([NAMES, ["负二层11", "50"]], rules))).toEqual([
      ["商业裙房", "", "负二层", -2, "11", "负二层11"],
    ]);
  });

  it("refuses two names for one place, and a name without a number", () => {
    const rules = [{ text: "2栋", building: "1栋", entrance: "" }];
    expect(placed([NAMES, ["1栋101", "90"], ["2栋101", "90"]], rules).refused).toEqual([
      { row: 3, column: null, code: "duplicate_unit", params: { found: "2栋101", firstRow: 2 } },
    ]);
    expect(placed([NAMES, ["1栋", "90"]]).refused).toMatchObject([{ row: 2, code: "label_unreadable" }]);
  });

  it("stands in the order that people count in", () => {
    const order = [NO_BUILDING, "10栋", "2栋", "二号楼", "一号楼"].toSorted(compareBuildings);
    expect(order).toEqual(["一号楼", "2栋", "二号楼", "10栋", NO_BUILDING]);
  });
});
