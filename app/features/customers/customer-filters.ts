import { z } from "zod";
import { GRADES, SOURCES } from "./needs";

export const STAGES = ["PROSPECT", "INTERESTED", "COMMITTED", "BUYER", "LOST"] as const;

const filters = z.object({
  q: z.string().trim().max(80).catch(""),
  owner: z.uuid().nullable().catch(null),
  grade: z.enum(GRADES).nullable().catch(null),
  stage: z.enum(STAGES).nullable().catch(null),
  source: z.enum(SOURCES).nullable().catch(null),
  pool: z.boolean(),
  /** Those whose period of retention is over. */
  due: z.boolean().optional(),
  /** The column that orders the list, with "-" downwards. */
  sort: z.string().max(20).nullish().catch(null),
});
export type CustomerFilters = z.infer<typeof filters>;

/** The filters of a list as its address has them; what cannot be understood filters nothing. */
export function filtersOf(query: URLSearchParams): CustomerFilters {
  return filters.parse({
    q: query.get("q") ?? "",
    owner: query.get("owner"),
    grade: query.get("grade"),
    stage: query.get("stage"),
    source: query.get("source"),
    pool: query.get("pool") === "1",
    due: query.get("pool") === "due",
    sort: query.get("sort"),
  });
}
