import { z } from "zod";
import { parseDay } from "~/domain/calendar";

// The shapes that all answers are made of. A figure's name carries its unit: Fen, Centiares, Ppm, Centifen (1/100 fen
// per ㎡); `…On` is a business day, `…At` and `…Until` are instants.

export const id = z.uuid();
export const fen = z.int();
export const centiares = z.int();
export const ppm = z.int();
export const day = z.iso.date();
export const instant = z.iso.datetime({ offset: true });
export const text = z.string();

/** A day that was sent. */
export const dayIn = z.iso.date().transform((written, issue) => {
  const found = parseDay(written);
  if (found) return found;
  issue.addIssue({ code: "custom", message: "no day of the calendar" });
  return z.NEVER;
});
/** An amount above zero that was sent. */
export const amountIn = z.int().min(1);
/** Words that were sent. */
export const words = (max: number) => z.string().trim().max(max);
/** The version of a deal or unit that the caller has seen: a later change refuses stale_version. */
export const version = z.int().min(1);

/** `?after=` is what the page before gave as `next`; `?limit=` how many rows at most. */
export const paging = z.object({
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const projectId = z.uuid().optional();

/** A page of rows; `next` is null on the last one. */
export function page<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().nullable() });
}

/** A page of rows that are all there, by the id of the last one of the page before. */
export function pageOf<Row extends { id: string }>(rows: readonly Row[], after: string | undefined, limit: number) {
  const from = after === undefined ? 0 : rows.findIndex((row) => row.id === after) + 1;
  const shown = rows.slice(from, from + limit);
  return { rows: shown, next: from + limit < rows.length ? (shown.at(-1)?.id ?? null) : null };
}
