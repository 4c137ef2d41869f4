import { z } from "zod";
import { fenFromYuan } from "~/domain/money";
import { REPAYMENT_METHODS } from "~/domain/mortgage";
import { HOME_ORDERS } from "~/domain/purchase-costs";
import { ppmFromPercent } from "~/domain/rate";

const amount = z
  .string()
  .nullable()
  .transform((text) => {
    const value = text === null || text.trim() === "" ? null : fenFromYuan(text.trim());
    return value !== null && value >= 0 ? value : null;
  });
const rate = z
  .string()
  .nullable()
  .transform((text) => {
    const value = text === null || text.trim() === "" ? null : ppmFromPercent(text.trim());
    return value !== null && value > 0 && value <= 200_000 ? value : null;
  });

/** What a quotation is asked for, as it stands in the address. What is not known there is left to what is usual. */
export const quoteWish = z.object({
  schemeIds: z.array(z.string()),
  planId: z.string().nullable(),
  off: amount,
  earnest: amount,
  years: z.coerce.number().int().min(1).max(40).nullable().catch(null),
  loanRate: rate,
  providentRate: rate,
  provident: amount,
  repayment: z.enum(REPAYMENT_METHODS).catch("EQUAL_INSTALMENTS"),
  homeOrder: z.enum(HOME_ORDERS).nullable().catch(null),
  customerId: z.uuid().nullable().catch(null),
});
export type QuoteWish = z.infer<typeof quoteWish>;

export function readQuoteWish(query: URLSearchParams): QuoteWish {
  return quoteWish.parse({
    schemeIds: query.getAll("scheme"),
    planId: query.get("plan"),
    off: query.get("off"),
    earnest: query.get("earnest"),
    years: query.get("years") || null,
    loanRate: query.get("rate"),
    providentRate: query.get("providentRate"),
    provident: query.get("provident"),
    repayment: query.get("repayment"),
    homeOrder: query.get("home"),
    customerId: query.get("customer"),
  });
}
