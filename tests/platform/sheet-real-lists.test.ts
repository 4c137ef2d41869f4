import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { readPriceFile } from "~/domain/price-file";
import { readSheets } from "~/platform/sheet.server";
import { sharedData } from "../support/shared-data";

async function read(path: string) {
  const sheets = await readSheets(readFileSync(path), basename(path));
  if (!sheets.ok) throw new Error(sheets.problem.code);
  return { encoding: sheets.file.encoding, ...readPriceFile(sheets.file) };
}

type Expected = { rows: number; gross: number; filed: number; words: Record<string, number>; warned: number };

const LISTS: Record<string, Expected> = {
  "csv-2018/龙平紫园.csv": {
    rows: 460,
    gross: 37_829_69,
    filed: 2_083_661_507_38,
    words: { 在售: 89, 已产权备案: 261, 已签预售合同: 108, 已签认购书: 2 },
    warned: 2,
  },
  "csv-2018/花语馨花园.csv": {
    rows: 647,
    gross: 59_830_12,
    filed: 2_725_913_186_83,
    words: { 在售: 127, 已产权备案: 520 },
    warned: 0,
  },
  "csv-2018/亚迪三村.csv": { rows: 5334, gross: 409_461_96, filed: 7_376_057_775_00, words: { 在售: 5334 }, warned: 0 },
  "excel-2021/松风明月花园_units.xls": { rows: 416, gross: 42_455_80, filed: 2_134_261_656_44, words: {}, warned: 0 },
};

describe("lists as the offices publish them", () => {
  for (const [name, expected] of Object.entries(LISTS)) {
    const path = sharedData(`price-lists/${name}`);
    it.skipIf(!path)(`${name} to the fen`, async () => {
      const reading = await read(path ?? "");
      expect(reading).toMatchObject({ rows: expected.rows, refused: [], fileProblems: [], confidence: 100 });
      expect(reading.units).toHaveLength(expected.rows);
      const { grossCentiares, filedFen, byWord } = reading.totals;
      expect({ grossCentiares, filedFen, byWord }).toEqual({
        grossCentiares: expected.gross,
        filedFen: expected.filed,
        byWord: expected.words,
      });
      expect(reading.warnings).toHaveLength(expected.warned);
    });
  }

  const off = sharedData("price-lists/csv-2018/龙平紫园.csv");
  it.skipIf(!off)("names the two totals that are far off, by row and amount", async () => {
    const { warnings, units } = await read(off ?? "");
    const named = warnings.map(({ row, column, code }) => [
      units.find((unit) => unit.row === row)?.number,
      column,
      code,
    ]);
    expect(named).toEqual([
      ["二号楼E户2F", "总售价", "total_differs"],
      ["二号楼D户23F", "总售价", "total_differs"],
    ]);
    expect(warnings.map(({ params }) => params?.differenceFen)).toEqual([-199_999_91, 153_840_04]);
  });
});

describe("rows of pairs in GBK", () => {
  it.each([
    ["gbk-2021/宝安-深国际万科和雅轩.csv", 702, 195, 195],
    ["gbk-2021/龙华-山水华庭.csv", 108, 65, 74],
  ])("%s: %i units, %i contracted, %i without a price", async (name, rows, contracted, unpriced) => {
    const path = sharedData(`price-lists/${name}`);
    if (!path) return;
    const reading = await read(path);
    expect(reading).toMatchObject({
      encoding: "GBK",
      rows,
      refused: [],
      fileProblems: [],
      profile: { shape: "PAIRS" },
    });
    expect(reading.totals.byStatus.CONTRACTED.units).toBe(contracted);
    expect(reading.totals.units - reading.totals.priced).toBe(unpriced);
    expect(reading.units.filter(({ status, filedFen }) => status === "CONTRACTED" && filedFen !== null)).toEqual([]);
  });

  const path = sharedData("price-lists/gbk-2021/宝安-深国际万科和雅轩.csv");
  it.skipIf(!path)("reads the price and the floor that share a cell", async () => {
    const { units } = await read(path ?? "");
    expect(units[0]).toMatchObject({
      row: 1,
      number: "4301",
      buildingText: "深国际万科和雅轩1栋",
      entranceText: "A",
      floorText: "43",
      unitPriceCentifen: 651_549_100,
      grossCentiares: 11_798,
      internalCentiares: 8_879,
      filedFen: 7_686_976_28,
    });
  });
});

describe("broken lists", () => {
  const shifted = sharedData("price-lists/broken/公园上苑.csv");
  it.skipIf(!shifted)("refuses as a whole a file whose rows have slipped, and shows where", async () => {
    const reading = await read(shifted ?? "");
    expect(reading.units).toEqual([]);
    expect(reading.fileProblems).toEqual([
      { row: 3, column: "总售价", code: "row_shifted", params: { found: "在售" } },
      { row: 6, column: "套内面积", code: "row_width_differs", params: { cells: 3, expected: 8 } },
    ]);
  });

  const blank = sharedData("price-lists/broken/坂田-联发天境雅居_gbk_blank_areas.csv");
  it.skipIf(!blank)("lists each of the 349 rows without an area", async () => {
    const reading = await read(blank ?? "");
    expect(reading.refused).toHaveLength(349);
    expect(new Set(reading.refused.map(({ row }) => row)).size).toBe(349);
    expect(reading.refused.every(({ code, column }) => code === "area_missing" && column === "建筑面积")).toBe(true);
    expect(reading).toMatchObject({ encoding: "GBK", rows: 570, fileProblems: [] });
    expect(reading.units).toHaveLength(221);
  });
});

describe("our own samples of the same shapes", () => {
  it.each([
    ["header-table.csv", 6, 0, 0, 12_633_295_93, 1],
    ["pairs-gbk.csv", 4, 0, 0, 4_935_685_94, 1],
    ["blank-areas-gbk.csv", 2, 2, 0, 2_475_341_54, 0],
    ["title-and-merged.xlsx", 3, 0, 0, 11_589_280_00, 1],
    ["units.xls", 3, 0, 0, 17_772_990_16, 0],
    ["shifted.csv", 0, 0, 2, 0, 0],
  ])(
    "%s: %i units, %i refused, %i reasons against the file",
    async (name, units, refused, problems, filedFen, warned) => {
      const reading = await read(`tests/samples/${name}`);
      expect(reading.units).toHaveLength(units);
      expect(reading.refused).toHaveLength(refused);
      expect(reading.fileProblems).toHaveLength(problems);
      expect(reading.totals.filedFen).toBe(filedFen);
      expect(reading.warnings).toHaveLength(warned);
    },
  );
});
