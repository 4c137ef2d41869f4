/** Lower edges of the bins above the first, in rising order: a value on an edge belongs to the bin above it. */
export type BinEdges = readonly number[];

/** R: days since the last interaction; F: interactions in twelve months; M: fen paid, or the budget of a prospect. */
export type RfmFigures = { recencyDays: number; frequency: number; amount: number };
export type RfmEdges = { recency: BinEdges; frequency: BinEdges; amount: BinEdges };

/** Each from 1 (worst) to one more than there are edges (best), and the three written together. */
export type RfmScore = { r: number; f: number; m: number; score: number };

/** Recency, frequency and money by saved bin edges; few days since the last interaction score high. */
export function rfmScore(figures: RfmFigures, edges: RfmEdges): RfmScore {
  const r = edges.recency.length + 2 - binOf(figures.recencyDays, edges.recency);
  const f = binOf(figures.frequency, edges.frequency);
  const m = binOf(figures.amount, edges.amount);
  return { r, f, m, score: r * 100 + f * 10 + m };
}

/** The bin of a value, from 1. */
export function binOf(value: number, edges: BinEdges): number {
  return edges.filter((edge) => value >= edge).length + 1;
}
