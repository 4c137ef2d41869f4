import { z } from "zod";

const place = { row: z.number().nullable(), column: z.string().nullable() };
const params = z.record(z.string(), z.union([z.string(), z.number()])).optional();

/** A row (or the whole file) and why it stays out, or wants a look. The words come from the catalogue by `code`. */
export const importNote = z.object({ ...place, code: z.string(), params });
export type ImportNote = z.infer<typeof importNote>;

const change = z.object({
  fact: z.string(),
  before: z.union([z.string(), z.number()]).nullable(),
  after: z.union([z.string(), z.number()]).nullable(),
});

/** What an import did, or would do. Areas in 1/100 ㎡, money in fen. */
export const importResult = z.object({
  /** False for a dry run, and when rows were refused and nobody accepted the others alone. */
  applied: z.boolean(),
  fileName: z.string(),
  encoding: z.string().nullable(),
  shape: z.string().nullable(),
  rows: z.number(),
  imported: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  absent: z.number(),
  refused: z.array(importNote),
  warnings: z.array(importNote),
  changes: z.array(z.object({ label: z.string(), row: z.number(), changes: z.array(change) })),
  totals: z.object({
    units: z.number(),
    grossCentiares: z.number(),
    filedFen: z.number(),
    byStatus: z.record(z.string(), z.number()),
    byWord: z.record(z.string(), z.number()),
  }),
});
export type ImportResult = z.infer<typeof importResult>;
