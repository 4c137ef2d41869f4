import { z } from "zod";
import { AREA_BASES } from "~/domain/contract";
import { CONTRACT_PAPERS } from "~/domain/contract-checklist";
import { DEAL_STAGES } from "~/domain/deal-state";
import { cancelHold } from "~/features/deals/cancel-hold.server";
import type { DealInput } from "~/features/deals/change-deal.server";
import { confirmUnit } from "~/features/deals/confirm-unit.server";
import { extendHold } from "~/features/deals/extend-hold.server";
import { fileContract } from "~/features/deals/file-contract.server";
import { getDeal } from "~/features/deals/get-deal.server";
import { listDeals } from "~/features/deals/list-deals.server";
import { recordFiling } from "~/features/deals/record-filing.server";
import { releaseHold } from "~/features/deals/release-hold.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { signSubscription } from "~/features/deals/sign-subscription.server";
import type { Ctx } from "~/platform/context.server";
import { deal, dealAnswer } from "./deal-answer.server";
import { changes, type Operation, reads } from "./operation.server";
import { dayIn, fen, id, instant, page, paging, projectId, text, version, words } from "./wire";

const tag = "deals";

const row = z.object({
  id,
  stage: z.enum(DEAL_STAGES),
  step: text,
  units: text,
  customer: text,
  consultant: text,
  number: text.nullable(),
  dealFen: fen.nullable(),
  paidFen: fen,
  holdUntil: instant.nullable(),
  payBy: instant.nullable(),
  signBy: text.nullable(),
  lateFen: fen,
  enteredAt: instant,
});
const changed = z.object({ dealId: id, stage: z.enum(DEAL_STAGES) }).meta({ id: "ChangedDeal" });
const reason = words(200).default("");

type Step = Pick<Operation, "name" | "summary" | "needs"> & Partial<Pick<Operation, "refusals" | "status">>;

/** A step of one deal: its command gets the key, the deal and the version beside the body. */
function step<Body extends z.ZodObject>(
  path: string,
  described: Step,
  body: Body,
  command: (ctx: Ctx, input: DealInput & z.output<Body>) => Promise<unknown>,
): Operation {
  return changes({
    ...described,
    path: `/deals/{id}/${path}`,
    tag,
    at: "deal",
    refusals: ["stale_version", "deal_ended", ...(described.refusals ?? [])],
    answer: changed,
    body: z.strictObject({ version, ...body.shape }),
    act: ({ ctx, id: dealId, key, body: sent }) => {
      // The shape above is that of the version and of `body`, which TypeScript cannot join for any Body.
      return command(ctx, { key, dealId, ...sent } as unknown as DealInput & z.output<Body>);
    },
  });
}

const nothingMore = z.object({});
const numbered = z.object({ number: words(60).min(1), on: dayIn });

export const dealOperations: readonly Operation[] = [
  reads({
    name: "listDeals",
    path: "/deals",
    tag,
    summary: "Deals within the caller's reach, the newest first",
    at: "named",
    needs: ["deal:read"],
    query: paging.extend({
      projectId,
      q: words(80).default(""),
      stage: z.enum(DEAL_STAGES).optional(),
      consultantId: id.optional(),
    }),
    answer: page(row),
    ask: ({ ctx, query: { q, stage, consultantId, after, limit } }) => {
      const filters = { q, stage: stage ?? null, consultant: consultantId ?? null, need: null };
      return listDeals(ctx, filters, after ?? null, limit);
    },
  }),
  reads({
    name: "getDeal",
    path: "/deals/{id}",
    tag,
    summary: "A deal with its papers, schedule, money, approvals and next step",
    at: "deal",
    needs: ["deal:read"],
    answer: deal,
    ask: async ({ ctx, id: dealId }) => dealAnswer(await getDeal(ctx, dealId)),
  }),
  step(
    "release",
    { name: "releaseHold", summary: "Gives a hold back before its time", needs: ["deal:release_hold"] },
    z.object({ reason }),
    releaseHold,
  ),
  step(
    "extension",
    { name: "extendHold", summary: "Gives a hold a later end", needs: ["deal:extend_hold"] },
    z.object({ until: instant, reason }),
    extendHold,
  ),
  step(
    "cancellation",
    { name: "cancelHold", summary: "Gives up a hold with money behind it", needs: ["deal:cancel_hold"] },
    z.object({ reason }),
    cancelHold,
  ),
  step(
    "unit-confirmation",
    {
      name: "confirmUnit",
      summary: "The controller's word that the unit is free for this buyer",
      needs: ["deal:confirm_unit"],
      refusals: ["subscription_not_drafted", "approval_awaited"],
    },
    nothingMore,
    confirmUnit,
  ),
  step(
    "subscription-signature",
    {
      name: "signSubscription",
      summary: "The manager signs the subscription: its schedule becomes owed",
      needs: ["deal:sign_subscription"],
      refusals: ["unit_not_confirmed", "same_hand", "list_price_changed"],
    },
    nothingMore,
    signSubscription,
  ),
  step(
    "contract",
    {
      name: "signContract",
      summary: "Asks for the signature of the contract; the manager decides on the slip that it opens",
      needs: ["deal:sign_contract"],
      status: 202,
      refusals: ["first_payment_not_receipted", "past_sign_by", "checklist_incomplete", "asked_already"],
    },
    z.object({
      number: words(40).default("").meta({ description: "Left out: the office's next number" }),
      areaBasis: z.enum(AREA_BASES),
      papers: z.array(z.enum(CONTRACT_PAPERS)).default([]),
      signedOn: dayIn,
      note: words(200).default(""),
    }),
    signContract,
  ),
  step(
    "filing",
    {
      name: "fileContract",
      summary: "The contract's number with the housing authority 网签",
      needs: ["filing:file"],
      refusals: ["filing_number_used"],
    },
    numbered,
    fileContract,
  ),
  step(
    "filing/record",
    { name: "recordFiling", summary: "The record's number 备案", needs: ["filing:record"] },
    numbered,
    recordFiling,
  ),
];
