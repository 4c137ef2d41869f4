import { describe, expect, it } from "vitest";
import { fen } from "~/domain/money";
import { readPriceFile } from "~/domain/price-file";
import { withinTolerance } from "~/domain/price-file-row";
import type { SheetFile } from "~/domain/price-file-sheet";

const HEADER = ["房号", "建筑面积", "单价", "套内面积", "总价", "销售状况", "备注"];
const FLAT = ["1栋101", "100.00", "20000", "80.00", "2000000", "在售", ""];

function table(rows: readonly (readonly string[])[], delimited = true): SheetFile {
  const numbered = rows.map((cells, i) => ({ row: i + 1, cells }));
  return { format: "CSV", encoding: "UTF-8", sheets: [{ name: null, delimited, rows: numbered }] };
}

function flat(over: Readonly<Record<number, string>>): string[] {
  return FLAT.map((cell, column) => over[column] ?? cell);
}

describe("a table under a header", () => {
  it("reads columns in any order, under any of their names", () => {
    const one = readPriceFile(table([HEADER, FLAT]));
    const other = readPriceFile(
      table([
        ["总价款(元)", "户内面积", "室号", "房屋状态", "建筑面积(㎡)", "备案单价"],
        ["2000000", "80.00", "1栋101", "在售", "100.00", "20000"],
      ]),
    );
    expect(one.units).toMatchObject([
      {
        row: 2,
        number: "1栋101",
        grossCentiares: 10_000,
        internalCentiares: 8_000,
        unitPriceCentifen: 200_000_000,
        filedFen: 200_000_000,
        status: "FOR_SALE",
      },
    ]);
    expect(other.units).toEqual(one.units.map((unit) => ({ ...unit })));
    expect([one.confidence, other.confidence]).toEqual([100, 100]);
  });

  it("takes a note column that holds only uses for the use", () => {
    const { units } = readPriceFile(table([HEADER, flat({ 6: "商铺" }), flat({ 0: "1栋102", 6: "住宅" })]));
    expect(units.map(({ use }) => use)).toEqual(["SHOP", "RESIDENCE"]);
    const mixed = readPriceFile(table([HEADER, flat({ 6: "商铺" }), flat({ 0: "1栋102", 6: "西侧采光" })]));
    expect(mixed.units.map(({ use, note }) => [use, note])).toEqual([
      ["RESIDENCE", "商铺"],
      ["RESIDENCE", "西侧采光"],
    ]);
  });

  it("reads amounts in 万元 when the heading says so", () => {
    const header = HEADER.map((heading) => (heading === "总价" ? "总价(万元)" : heading));
    expect(readPriceFile(table([header, flat({ 4: "200" })])).units).toMatchObject([{ filedFen: 200_000_000 }]);
  });

  it.each([
    [{ 0: "" }, "房号", "number_missing"],
    [{ 1: "" }, "建筑面积", "area_missing"],
    [{ 1: "--" }, "建筑面积", "area_missing"],
    [{ 1: "-100.00" }, "建筑面积", "negative_number"],
    [{ 1: "100.001" }, "建筑面积", "too_many_decimals"],
    [{ 1: "20000001" }, "建筑面积", "number_too_large"],
    [{ 2: "两万" }, "单价", "not_a_number"],
    [{ 4: "0" }, "总价", "zero_number"],
    [{ 5: "内部保留" }, "销售状况", "status_unknown"],
    [{ 5: "" }, "销售状况", "status_unknown"],
  ])("refuses the row with %j at %s: %s", (over, column, code) => {
    const reading = readPriceFile(table([HEADER, FLAT, flat({ 0: "1栋102", ...over })]));
    expect(reading.refused).toMatchObject([{ row: 3, column, code }]);
    expect(reading.units).toHaveLength(1);
    expect(reading.fileProblems).toEqual([]);
  });

  it("refuses a unit that stands there already, and says where", () => {
    const reading = readPriceFile(table([HEADER, FLAT, flat({ 4: "2100000" })]));
    expect(reading.refused).toEqual([
      { row: 3, column: "房号", code: "duplicate_unit", params: { found: "1栋101", firstRow: 2 } },
    ]);
  });

  it("keeps the filed total and warns when price × area is far off", () => {
    const reading = readPriceFile(table([HEADER, flat({ 4: "1989000" }), flat({ 0: "1栋102", 4: "1990000" })]));
    expect(reading.units.map(({ filedFen }) => filedFen)).toEqual([198_900_000, 199_000_000]);
    expect(reading.warnings).toEqual([
      { row: 2, column: "总价", code: "total_differs", params: { differenceFen: -1_100_000, filedFen: 198_900_000 } },
    ]);
  });

  it.each([
    [201_000_000, true],
    [201_000_001, false],
    [199_000_000, true],
    [198_999_999, false],
  ])("%i fen filed for 200 000 000 is within the tolerance: %s", (filed, expected) => {
    expect(withinTolerance(fen(filed), fen(200_000_000))).toBe(expected);
  });

  it("learns a status word from the profile", () => {
    const file = table([HEADER, flat({ 5: "内部保留" })]);
    const { profile } = readPriceFile(file);
    if (!profile) throw new Error("no profile");
    const taught = readPriceFile(file, { ...profile, statusWords: { 内部保留: "RESERVED" } });
    expect(taught.units).toMatchObject([{ status: "RESERVED", statusText: "内部保留" }]);
  });

  it("applies a remembered profile to a file whose columns have moved, and to no other", () => {
    const { profile } = readPriceFile(table([HEADER, FLAT]));
    const moved = table([HEADER.toReversed(), FLAT.toReversed()]);
    expect(readPriceFile(moved, profile).units).toMatchObject([{ number: "1栋101", filedFen: 200_000_000 }]);
    const other = table([HEADER.slice(1), FLAT.slice(1)]);
    expect(readPriceFile(other, profile).fileProblems).toMatchObject([{ code: "profile_does_not_fit" }]);
  });

  it("leaves a price out where there is none, and says so for a unit on sale", () => {
    const reading = readPriceFile(
      table([HEADER, flat({ 2: "--", 4: "" }), flat({ 0: "1栋102", 2: "", 4: "", 5: "已售" })]),
    );
    expect(reading.units.map(({ filedFen }) => filedFen)).toEqual([null, null]);
    expect(reading.warnings).toMatchObject([{ row: 2, code: "price_missing" }]);
  });

  it("leaves out blank rows and the line of sums", () => {
    const reading = readPriceFile(
      table([HEADER, FLAT, HEADER.map(() => ""), ["合计", "100.00", "", "", "2000000", "", ""]]),
    );
    expect(reading.units).toHaveLength(1);
    expect(reading.warnings).toMatchObject([{ row: 4, code: "summary_row_skipped" }]);
  });

  it("has no doubt about a file without rows, without units, without areas", () => {
    expect(readPriceFile(table([HEADER])).fileProblems).toMatchObject([{ code: "no_rows" }]);
    expect(
      readPriceFile(
        table([
          ["a", "b"],
          ["1", "2"],
        ]),
      ).fileProblems,
    ).toMatchObject([{ code: "file_shape_unknown" }]);
    const noArea = readPriceFile(
      table([
        ["房号", "总价"],
        ["101", "2000000"],
      ]),
    );
    expect(noArea.fileProblems).toEqual([{ row: 1, column: "grossArea", code: "column_missing" }]);
  });
});

describe("cells out of their columns", () => {
  it.each([
    [
      "one cell too many",
      [...FLAT, "x"],
      { row: 3, column: "H", code: "row_width_differs", params: { cells: 8, expected: 7 } },
    ],
    [
      "one cell lost",
      FLAT.slice(0, 6),
      { row: 3, column: "备注", code: "row_width_differs", params: { cells: 6, expected: 7 } },
    ],
    [
      "a row that begins late",
      ["", ...FLAT.slice(0, 6)],
      { row: 3, column: "销售状况", code: "row_shifted", params: { found: "2000000" } },
    ],
    [
      "a row that begins early",
      [...FLAT.slice(1), ""],
      { row: 3, column: "总价", code: "row_shifted", params: { found: "在售" } },
    ],
  ])("refuses the whole file for %s", (_, row, problem) => {
    const reading = readPriceFile(table([HEADER, FLAT, row, flat({ 0: "1栋103" })]));
    expect(reading.fileProblems).toEqual([problem]);
    expect(reading.units).toEqual([]);
  });

  it("does not count the cells of a workbook's row", () => {
    expect(readPriceFile(table([HEADER, [...FLAT, "手写批注"]], false)).units).toHaveLength(1);
  });
});

describe("rows that carry their own labels", () => {
  const pair = (number: string, contract = "--", price = "20000.5") => [
    "楼栋",
    "云栖1栋",
    "合同号",
    contract,
    "拟售价格",
    `${price}元/平方米(按建筑面积计)楼层`,
    "3",
    "房号",
    number,
    "建筑面积100平方米",
  ];

  it("reads a value beside its label, glued to it, and behind the one before", () => {
    const { units, profile } = readPriceFile(table([pair("301"), pair("302", "预字1号", "--")]));
    expect(profile?.shape).toBe("PAIRS");
    expect(units).toMatchObject([
      {
        buildingText: "云栖1栋",
        floorText: "3",
        number: "301",
        grossCentiares: 10_000,
        filedFen: 200_005_000,
        status: "FOR_SALE",
      },
      { number: "302", filedFen: null, status: "CONTRACTED", contractNumber: "预字1号" },
    ]);
  });

  it("takes a price by internal area for what it is", () => {
    const cells = [...pair("301"), "户内面积", "80平方米"].map((cell) =>
      cell.replace("按建筑面积计", "按套内建筑面积计"),
    );
    const { units } = readPriceFile(table([cells]));
    expect(units).toMatchObject([
      { unitPriceCentifen: null, internalUnitPriceCentifen: 200_005_000, filedFen: 160_004_000 },
    ]);
  });

  it("refuses the whole file when a label is not in its place", () => {
    const rows = Array.from({ length: 9 }, (_, i) => pair(`30${i}`));
    const lost = pair("401").map((cell) => (cell === "房号" ? "" : cell));
    expect(readPriceFile(table([...rows, lost])).fileProblems).toEqual([
      { row: 10, column: "房号", code: "label_out_of_place" },
    ]);
  });
});
