import { type QuoteWish, readQuoteWish } from "~/features/pricing/quote-wish";

/** What the quotation beside a draft is asked: the choices of its form, as they stand in an address. */
export function wishIn(form: URLSearchParams): QuoteWish {
  const asked = new URLSearchParams(form.getAll("schemeIds").map((id) => ["scheme", id]));
  asked.set("plan", form.get("planId") ?? "");
  asked.set("off", form.get("specialOff") ?? "");
  asked.set("earnest", form.get("earnest") ?? "");
  return readQuoteWish(asked);
}

type Choices = { schemeIds: readonly string[]; planId: string; specialOff: string; earnest: string };

/** The same of a draft that is on record. */
export function wishOf({ schemeIds, planId, specialOff, earnest }: Choices): QuoteWish {
  const chosen = schemeIds.map((id) => ["schemeIds", id]);
  return wishIn(new URLSearchParams([...chosen, ...Object.entries({ planId, specialOff, earnest })]));
}
