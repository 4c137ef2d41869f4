import { authorityOf, NO_APPROVAL } from "~/domain/authority";
import { dayIn } from "~/domain/calendar";
import type { DealTerms } from "~/domain/deal-terms";
import { earnestHolds } from "~/domain/earnest-limit";
import { fen } from "~/domain/money";
import type { OwnershipForm } from "~/domain/ownership-shares";
import { ppm, WHOLE } from "~/domain/rate";
import { all, demand, Refused, unless } from "~/domain/refusal";
import { type SpecialRelation, specialExplained } from "~/domain/special-discount";
import { canDraftSubscription } from "~/domain/subscription";
import { listPlans, type OfferedPlan } from "~/features/pricing/list-plans.server";
import { listSchemes } from "~/features/pricing/list-schemes.server";
import { approversOf, authorityTable, type DealPrice, priceDeal } from "~/features/pricing/price-deal";
import { boundsOf } from "~/features/pricing/price-home.server";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { readHolidays } from "~/platform/holidays.server";
import { type ChangedDeal, callerOf, changeDeal, type DealInput } from "./change-deal.server";
import { type BuyerInput, namedBuyers, writeBuyers } from "./deal-buyers.server";
import { type LockedDeal, touchDeal } from "./deal-stage.server";
import { type DealUnit, unitOfDeal } from "./deal-unit.server";
import { nextDocumentNumber } from "./document-number.server";
import { indexDeal } from "./index-deal.server";
import { type ReadSubscription, readSubscription } from "./read-subscription.server";
import { askSpecialDiscount, withdrawSpecialDiscount } from "./special-discount.server";

export type SubscriptionTerms = {
  ownershipForm: OwnershipForm;
  buyers: readonly BuyerInput[];
  schemeIds: readonly string[];
  planId: string;
  specialOffFen: number;
  relation: SpecialRelation | null;
  reason: string;
  earnestFen: number;
  /** The consultant has checked the purchase eligibility 购房资格. */
  eligible: boolean;
  eligibilityNote: string;
};
export type DraftSubscription = DealInput & SubscriptionTerms;

/**
 * Drafts the subscription of a hold: buyers, price with its derivation, plan with its schedule. A special discount
 * beyond the consultant's authority opens an approval slip, and the draft waits for it.
 */
export function draftSubscription(ctx: Ctx, input: DraftSubscription): Promise<ChangedDeal> {
  return changeDeal(ctx, input, "deal:draft_subscription", async (tx, deal) => {
    await draftOn(tx, ctx, deal, input);
    return deal.stage;
  });
}

export type Drafted = { number: string; unit: DealUnit; price: DealPrice; approvalId: string | null };

/** The same on a deal that the caller has locked, as a part of a larger step. */
export async function draftOn(tx: Tx, ctx: Ctx, deal: LockedDeal, input: SubscriptionTerms): Promise<Drafted> {
  const before = await readSubscription(tx, deal.id);
  const unit = await unitOfDeal(tx, ctx, deal.id);
  const { plan, price } = await priceAsked(tx, ctx, unit, input);
  const buyers = await namedBuyers(tx, ctx, input.buyers);
  const [approver, ...higher] = approversOf(price, unit.floor, ctx.settings);
  const terms: DealTerms = {
    price: price.dealPrice,
    bounds: boundsOf(unit, price.schemePrice, ctx),
    authority: authorityOf(["CONSULTANT"], authorityTable(ctx.settings)),
    // What waits for an approval is measured as if it were given; signing asks whether it was.
    approval: approver ? { depth: WHOLE, belowFloor: approver === "GM" } : NO_APPROVAL,
    schedule: price.schedule,
    ownershipForm: input.ownershipForm,
    buyers,
    eligible: input.eligible || ctx.settings.eligibilityGuard === "WARN",
  };
  const held = { stage: deal.stage, subscription: before?.rule ?? null };
  demand(canDraftSubscription(held, terms, callerOf(ctx, deal, "deal:draft_subscription")));
  demand(
    all(
      specialExplained(price.depth, input.relation, input.reason),
      earnestHolds(price.dealPrice, fen(input.earnestFen), ppm(ctx.settings.earnestLimitPpm)),
    ),
  );
  if (before?.stored.approvalId) await withdrawSpecialDiscount(tx, ctx, before.stored.approvalId);
  await touchDeal(tx, deal);
  await writeBuyers(tx, deal.id, input.ownershipForm, buyers);
  const chain = approver && ([approver, ...higher] as const);
  const approvalId = chain ? await askSpecialDiscount(tx, ctx, { deal, unit, plan, price, chain, ...input }) : null;
  const number = await writeDraft(tx, ctx, { dealId: deal.id, input, unit, plan, price, before, approvalId });
  return { number, unit, price, approvalId };
}

async function priceAsked(tx: Tx, ctx: Ctx, unit: DealUnit, input: SubscriptionTerms) {
  const [schemes, plans] = [await listSchemes(ctx, tx), await listPlans(ctx, tx)];
  const chosen = schemes.filter(({ id }) => input.schemeIds.includes(id));
  demand(unless(chosen.length === new Set(input.schemeIds).size, "discount_not_published"));
  const plan = plans.find(({ id }) => id === input.planId);
  if (!plan) throw new Refused({ code: "plan_missing" });
  const on = dayIn(ctx.timeZone, ctx.now);
  const money = { specialOff: fen(input.specialOffFen), earnest: fen(input.earnestFen) };
  const wish = { schemes: chosen, plan, ...money, on, holidays: await readHolidays(tx) };
  return { plan, price: priceDeal(unit, wish, ctx.settings) };
}

type Draft = {
  dealId: string;
  input: SubscriptionTerms;
  unit: DealUnit;
  plan: OfferedPlan;
  price: DealPrice;
  before: ReadSubscription | null;
  approvalId: string | null;
};

async function writeDraft(tx: Tx, ctx: Ctx, draft: Draft): Promise<string> {
  const { dealId, input, unit, plan, price, before, approvalId } = draft;
  const data = {
    planId: plan.id,
    planName: plan.name,
    planKind: plan.kind,
    schemeIds: [...input.schemeIds],
    grossCentiares: unit.gross,
    internalCentiares: unit.internal,
    listFen: BigInt(unit.list),
    schemeFen: BigInt(price.schemePrice),
    dealFen: BigInt(price.dealPrice),
    specialDepthPpm: price.depth,
    specialRelation: price.depth > 0 ? (input.relation ?? "") : "",
    specialReason: price.depth > 0 ? input.reason.trim() : "",
    approvalId,
    derivation: JSON.parse(JSON.stringify(price.derivation)),
    schedule: JSON.parse(JSON.stringify(price.schedule)),
    earnestFen: BigInt(price.earnest),
    eligible: input.eligible,
    eligibilityNote: input.eligibilityNote.trim(),
    draftedById: ctx.actorId,
    draftedAt: ctx.now,
    // Other terms than those that were confirmed.
    unitConfirmedById: null,
    unitConfirmedAt: null,
  };
  const number = before?.stored.number ?? (await nextDocumentNumber(tx, ctx, "RG"));
  await tx.subscription.upsert({
    where: { dealId },
    create: { ...data, dealId, number },
    update: data,
  });
  await indexDeal(tx, ctx, dealId);
  await record(tx, ctx, {
    action: before ? "subscription.redrafted" : "subscription.drafted",
    subject: `deal:${dealId}`,
    ...(before ? { before: { dealFen: before.prices.deal, planId: before.stored.planId } } : {}),
    after: {
      number,
      dealFen: price.dealPrice,
      schemeFen: price.schemePrice,
      planId: plan.id,
      approvalId,
      eligible: input.eligible,
    },
  });
  return number;
}
