import { expect, it } from "vitest";
import { binOf, rfmScore } from "~/domain/rfm";
import { csvRows, sharedData } from "../support/shared-data";

const FILE = sharedData("vectors/rfm.csv");
const EDGES = { recency: [115, 181, 297, 482], frequency: [4, 5, 6, 8], amount: [256, 382, 506, 666] };

it.each([
  [114, 1],
  [115, 2],
  [180, 2],
  [181, 3],
  [482, 5],
])("%i days fall into bin %i", (value, bin) => {
  expect(binOf(value, EDGES.recency)).toBe(bin);
});

it("scores the latest, most frequent and best paying highest", () => {
  expect(rfmScore({ recencyDays: 1, frequency: 9, amount: 700 }, EDGES).score).toBe(555);
  expect(rfmScore({ recencyDays: 900, frequency: 0, amount: 0 }, EDGES).score).toBe(111);
});

it.skipIf(!FILE)("scores as published", () => {
  for (const row of csvRows(FILE ?? "")) {
    const figures = {
      recencyDays: Number(row.recency_days),
      frequency: Number(row.frequency),
      amount: Number(row.amount),
    };
    const [r, f, m, score] = [row.r, row.f, row.m, row.score].map(Number);
    expect(rfmScore(figures, EDGES), row.customer).toEqual({ r, f, m, score });
  }
});
