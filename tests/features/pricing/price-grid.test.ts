import { describe, expect, it } from "vitest";
import { cellsOf, readPriceGrid } from "~/features/pricing/price-grid";

const read = (text: string) => {
  const { rows, problems } = readPriceGrid(cellsOf(text));
  return {
    rows: rows.map(({ row, label, list, floor }) => [row, label, list, floor]),
    wrong: problems.map(({ row }) => row),
  };
};

describe("a pasted price grid", () => {
  it.each([
    ["tabs with separators", "1栋-101\t¥5,448,000.00\t5,175,600.00", [[1, "1栋-101", 544_800_000, 517_560_000]], []],
    ["commas", "1栋-101,5448000,5175600", [[1, "1栋-101", 544_800_000, 517_560_000]], []],
    ["no floor: the list price is its own", "1栋-101\t5448000", [[1, "1栋-101", 544_800_000, 544_800_000]], []],
    ["a header and an empty row", "房号\t表价\n\n1栋-101\t100", [[3, "1栋-101", 10_000, 10_000]], []],
    ["a wrong row among others", "1栋-101\t100\n1栋-102\t一百", [[1, "1栋-101", 10_000, 10_000]], [2]],
    ["a wrong row that is the only one is no header", "1栋-101\t一百\n", [], [1]],
    ["nothing at all", "\n \n", [], []],
  ])("is read: %s", (_, text, rows, wrong) => {
    expect(read(text)).toEqual({ rows, wrong });
  });
});
