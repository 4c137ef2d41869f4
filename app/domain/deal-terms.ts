import { type PriceApproval, type PriceBounds, priceHolds } from "./authority";
import type { Fen } from "./money";
import { type OwnershipForm, sharesHold } from "./ownership-shares";
import { type Instalment, scheduleHolds } from "./payment-plan";
import type { Ppm } from "./rate";
import { all, unless, type Verdict } from "./refusal";

/** A buyer is complete with name, phone and identity document, a minor with guardian, an agent with power of attorney. */
export type Buyer = { complete: boolean; share: Ppm | null };

/** What buyer and seller agree on, as a subscription or contract would carry it. */
export type DealTerms = {
  price: Fen;
  bounds: PriceBounds;
  /** How deep a special discount the drafter gives without asking. */
  authority: Ppm;
  approval: PriceApproval;
  schedule: readonly Instalment[];
  ownershipForm: OwnershipForm;
  buyers: readonly Buyer[];
  /** Purchase eligibility 购房资格 checked and given. */
  eligible: boolean;
};

/** Price within authority, floor and filed band; plan sums to the price; buyers complete, shares whole, eligible. */
export function termsHold(terms: DealTerms): Verdict {
  return all(
    priceHolds(terms.price, terms.bounds, terms.authority, terms.approval),
    scheduleHolds(terms.price, terms.schedule),
    unless(terms.buyers.length > 0 && terms.buyers.every((buyer) => buyer.complete), "buyers_incomplete"),
    sharesHold(
      terms.ownershipForm,
      terms.buyers.map((buyer) => buyer.share),
    ),
    unless(terms.eligible, "not_eligible"),
  );
}
