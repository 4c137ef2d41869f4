import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { keepGroup } from "../../scripts/bench/keep.mjs";
import { figuresOf, machineLine, withFigures } from "../../scripts/bench/report.mjs";
import { figureOf, interleaved, rowOf } from "../../scripts/programs/bench/measure";

const measured = { value: [40, 60, 50], limit: [100, 90, 110] };

it("sets each figure beside its limit, with medians, spread and whether the goal was reached", () => {
  const row = rowOf("holds", "holds/s", measured, { atLeast: 0.4 });
  expect(row).toMatchObject({ value: 50, limit: 100, ratio: 0.5, reach: "≥ 0.4", reached: true });
  expect(row.spread).toEqual({ value: [40, 60], limit: [90, 110] });
  expect(rowOf("holds", "holds/s", measured, { atLeast: 0.6 }).reached).toBe(false);
  expect(rowOf("import", "ms", measured, { atMost: 0.4 }).reached).toBe(false);
});

it("measures both in every round in alternating order, and throws the first round away", async () => {
  const order: string[] = [];
  const note = (which: string) => async (round: number) => order.push(`${which} ${round}`);
  const rounds = await interleaved(2, note("value"), note("limit"));
  expect(order).toEqual(["value 0", "limit 0", "limit 1", "value 1", "value 2", "limit 2"]);
  expect(rounds).toEqual({ value: [4, 5], limit: [3, 6] });
});

const group = (row: object) => ({ machine: "2 × a processor", load: 0.2, rounds: 3, rows: [row] });

it("writes a table, and names no machine", () => {
  const text = figuresOf({ holds: group(rowOf("holds", "holds/s", measured, { atLeast: 0.6 }, "why it falls short")) });
  expect(text).toContain(
    "- 2 × a processor; 3 rounds after one that is thrown away; load before each group: holds 0.2",
  );
  expect(text).toContain("| holds | 50 (40 – 60) | 100 (90 – 110) | holds/s | 0.5 | ≥ 0.6 | **no** |");
  expect(text).toContain("- holds: why it falls short");
  const alone = figuresOf({ process: group(figureOf("memory", "MiB", [390], { atMost: 400 })) });
  expect(alone).toContain("| memory | 390 | – | MiB | – | ≤ 400 MiB | yes |");
  expect(machineLine()).not.toContain(hostname());
});

describe("what is kept", () => {
  const folder = mkdtempSync(join(tmpdir(), "loupan-bench-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const page = () => readFileSync(join(folder, "benchmarks.md"), "utf8");

  it("keeps the words around the figures, and the figures of groups that were not measured", () => {
    writeFileSync(
      join(folder, "benchmarks.md"),
      "# By hand\n\n<!-- figures:begin -->\nyesterday\n<!-- figures:end -->\n\nWhy.\n",
    );
    keepGroup("board", group(figureOf("board", "ms", [7], null)), folder);
    keepGroup("holds", group(figureOf("holds", "ms", [3], null)), folder);
    keepGroup("board", group(figureOf("board", "ms", [8], null)), folder);
    expect(page()).toMatch(/^# By hand\n\n<!-- figures:begin -->.*<!-- figures:end -->\n\nWhy\.\n$/s);
    expect(page()).not.toContain("yesterday");
    expect(page()).toMatch(/\| holds \| 3 \|.*\| board \| 8 \|/s);
    expect(page()).not.toContain("| 7 |");
  });

  it("draws the growth of each series", () => {
    const points = [
      [10_000, 2],
      [1_000_000, 40],
    ];
    keepGroup("growth", group({ ...figureOf("list", "ms", [40], null), series: "list", points }), folder);
    const chart = readFileSync(join(folder, "growth.svg"), "utf8");
    expect(chart).toContain(">list</text>");
    expect(chart.match(/<circle/g)).toHaveLength(2);
    expect(chart).toContain(">1 000 000</text>");
  });

  it("refuses a page that has lost its marks", () => {
    expect(() => withFigures("# By hand", "")).toThrow("has lost its marks");
  });
});
