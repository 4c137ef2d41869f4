import { expect, it } from "vitest";
import type { BoardUnit } from "~/features/units/board-unit";
import { buildingFaces } from "~/features/units/building-face";

const HOME: BoardUnit = {
  ...{ id: "a", no: 1, building: "1栋", entrance: "", floor: "1", floorNo: 1, number: "101", label: "1-101" },
  ...{ use: "RESIDENCE", category: "FOR_SALE", gross: 8_950, internal: 7_012, filed: null, list: null },
  ...{ layout: "", orientation: "", state: "AVAILABLE", until: null, after: "AVAILABLE", since: null },
  ...{ by: "", reason: "" },
};

function home(building: string, entrance: string, floorNo: number, door: number): BoardUnit {
  const number = `${floorNo}${String(door).padStart(2, "0")}`;
  return {
    ...HOME,
    id: `${building}${entrance}${number}`,
    building,
    entrance,
    floor: String(floorNo),
    floorNo,
    number,
  };
}

it("shows a building from the front: towers side by side, floors from the top, a gap where no door is", () => {
  const units = [home("2栋", "", 1, 1), home("1栋", "B", 1, 1)];
  for (const floor of [1, 2, 3]) for (const door of [1, 2]) units.push(home("1栋", "A", floor, door));
  units.splice(6, 1);
  const [first, second] = buildingFaces(units, ["1栋", "2栋"]);
  expect(second).toEqual({
    name: "2栋",
    rows: 1,
    columns: 1,
    faces: [{ entrance: "", columns: 1, rows: [{ label: "1", units: [0] }] }],
  });
  expect(first).toMatchObject({ name: "1栋", rows: 3, columns: 3 });
  expect(first?.faces.map(({ entrance }) => entrance)).toEqual(["A", "B"]);
  // 301 is not there.
  expect(first?.faces[0]?.rows).toEqual([
    { label: "3", units: [-1, 6] },
    { label: "2", units: [4, 5] },
    { label: "1", units: [2, 3] },
  ]);
});

it("breaks a floor of many doors into rows, and loses none", () => {
  const units = Array.from({ length: 60 }, (_, at) => home("车库", "", -1, at + 1));
  const [garage] = buildingFaces(units, ["车库"]);
  expect(garage).toMatchObject({ rows: 3, columns: 24 });
  expect(garage?.faces[0]?.rows.map(({ label, units: row }) => [label, row.length])).toEqual([
    ["-1", 24],
    ["", 24],
    ["", 12],
  ]);
  expect(garage?.faces[0]?.rows.flatMap((row) => row.units).sort((a, b) => a - b)).toEqual(units.map((_, at) => at));
});
