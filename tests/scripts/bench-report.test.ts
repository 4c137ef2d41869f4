import { hostname } from "node:os";
import { expect, it } from "vitest";
import { machineLine, markdownOf } from "../../scripts/bench/report.mjs";
import { interleaved, rowOf } from "../../scripts/programs/bench/measure";

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

it("writes a table with the command that repeats it, and names no machine", () => {
  const rows = [rowOf("holds", "holds/s", measured, { atLeast: 0.6 }, "why it falls short")];
  const text = markdownOf({ machine: "2 × a processor", rounds: 3, rows }, ["--rounds", "3", "--json"]);
  expect(text).toContain("`npm run bench -- --rounds 3`");
  expect(text).toContain("| holds | 50 (40 – 60) | 100 (90 – 110) | holds/s | 0.5 | ≥ 0.6 | **no** |");
  expect(text).toContain("- holds: why it falls short");
  expect(machineLine()).not.toContain(hostname());
});
