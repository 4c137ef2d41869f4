import { expect, it } from "vitest";
import { FILTER_NAMES, filterOf, isNarrowed } from "~/features/units/board-filter";
import { BoardModel } from "~/features/units/board-model";
import { BOARD_COLUMNS, type BoardUnit } from "~/features/units/board-unit";

const HOME: BoardUnit = {
  ...{ id: "a", no: 1, building: "1栋", entrance: "", floor: "12", floorNo: 12, number: "01", label: "1-12-01" },
  ...{ use: "RESIDENCE", category: "FOR_SALE", gross: 8_950, internal: 7_012, filed: 400_000_000, list: 380_000_000 },
  ...{ layout: "B1", orientation: "南", state: "AVAILABLE", until: null, after: "AVAILABLE", since: null },
  ...{ by: "", reason: "" },
};

/** Which of the two homes an address lets through: the south one on floor 12, and another that differs by `over`. */
function through(address: string, over: Partial<BoardUnit>): string[] {
  const units = [HOME, { ...HOME, id: "b", ...over }];
  const model = new BoardModel();
  const rows = units.map((unit) => BOARD_COLUMNS.map((column) => unit[column]));
  model.load({ version: 1, columns: BOARD_COLUMNS, buildings: [{ name: "1栋", position: 1 }], rows });
  const passed = model.matching(filterOf(new URLSearchParams(address)));
  return units.filter((_, at) => passed[at] === 1).map(({ id }) => id);
}

it.each([
  ["orientation=南", { orientation: "东南" }],
  ["layout=B1", { layout: "C2" }],
  ["use=RESIDENCE", { use: "PARKING" }],
  ["state=AVAILABLE,QUEUED", { state: "HELD" }],
  ["areaMin=89.5", { gross: 8_949 }],
  ["areaMax=89.50", { gross: 8_951 }],
  ["priceMin=380", { list: 379_999_999 }],
  ["priceMax=380", { list: null, filed: 380_000_100 }],
  ["floorMin=12", { floorNo: 11 }],
  ["floorMax=12", { floorNo: 13 }],
] as const)("%s lets the first home through and not the second", (address, over) => {
  expect(through(address, over)).toEqual(["a"]);
});

it("lets everything through where nothing was asked or nothing can be read", () => {
  expect(through("", { orientation: "东南" })).toEqual(["a", "b"]);
  expect(through("areaMin=wide&floorMax=top&state=SOLD", { gross: 1 })).toEqual(["a", "b"]);
});

it("is narrowed by anything but the states, which the legend shows", () => {
  expect(FILTER_NAMES.filter((name) => !isNarrowed(new URLSearchParams({ [name]: "1" })))).toEqual(["state"]);
});
