import { z } from "zod";
import { DEAL_STAGES } from "~/domain/deal-state";

/** The pipeline's filters, as they stand in the address. What is not known there counts for nothing. */
export const dealFilters = z.object({
  q: z.string().trim().max(80).catch(""),
  stage: z.enum(DEAL_STAGES).nullable().catch(null),
  consultant: z.uuid().nullable().catch(null),
  /** "waiting": something is to be done by somebody before it goes on. */
  need: z.enum(["confirm", "sign", "earnest", "contract", "file", "expiring", "late"]).nullable().catch(null),
  /** The column that orders the list, with "-" downwards. */
  sort: z.string().max(20).nullish().catch(null),
});
export type DealFilters = z.infer<typeof dealFilters>;

export function readDealFilters(query: URLSearchParams): DealFilters {
  return dealFilters.parse({
    q: query.get("q") ?? "",
    stage: query.get("stage"),
    consultant: query.get("consultant"),
    need: query.get("need"),
    sort: query.get("sort"),
  });
}
