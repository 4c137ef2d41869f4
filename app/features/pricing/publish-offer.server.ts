import { z } from "zod";
import type { ApprovalKind } from "~/domain/approval";
import { may, mayAsk, type Permission } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import { closeQuestion } from "~/features/approvals/close-question.server";
import type { DecisionHandler } from "~/features/approvals/on-decision.server";
import { requestApproval } from "~/features/approvals/request-approval.server";
import { useApproval as spendApproval } from "~/features/approvals/use-approval.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { offerFacts } from "./offer-facts.server";
import { lockOffer, moveOffer, type OfferKind } from "./offer-state.server";

const RIGHT = {
  discount_scheme: "discount_scheme:publish",
  payment_plan: "payment_plan:publish",
} as const satisfies Record<OfferKind, Permission>;
const SLIP = {
  discount_scheme: "DISCOUNT_SCHEME",
  payment_plan: "PAYMENT_PLAN",
} as const satisfies Record<OfferKind, ApprovalKind>;

export type PublishOffer = { key: string; kind: OfferKind; id: string; version: number; reason: string };
export type WithdrawOffer = Omit<PublishOffer, "reason">;

const published = z.object({ id: z.string(), approvalId: z.string().nullable() });

/** Puts a scheme or plan on offer; whoever may only ask for that asks the director, with a slip. */
export async function publishOffer(ctx: Ctx, input: PublishOffer): Promise<z.infer<typeof published>> {
  const { kind } = input;
  demand(mayAsk(ctx.permissions, RIGHT[kind]));
  return carryOut(ctx, submissionOf(ctx, `${kind}:publish`, input), published, async (tx) => {
    const offer = await lockOffer(tx, ctx, kind, input.id, input.version);
    const subject = `${kind}:${offer.id}`;
    if (may(ctx.permissions, RIGHT[kind]).ok) {
      await demandNotAsked(tx, ctx, kind, subject);
      await moveOffer(tx, ctx, kind, offer, { from: ["DRAFT"], to: "PUBLISHED" });
      return { id: offer.id, approvalId: null };
    }
    const params = { line: kind, action: "published", state: offer.status };
    if (offer.status !== "DRAFT") throw new Refused({ code: "wrong_state", params });
    const facts = await offerFacts(tx, kind, offer);
    const ask = { kind: SLIP[kind], subject, chain: ["DIRECTOR"], reason: input.reason, facts } as const;
    return { id: offer.id, ...(await requestApproval(tx, ctx, ask)) };
  });
}

const withdrawn = z.object({ id: z.string() });

/** Takes a scheme or plan off the offer; deals that were made by it stand. A draft is given up by whoever may ask. */
export async function withdrawOffer(ctx: Ctx, input: WithdrawOffer): Promise<z.infer<typeof withdrawn>> {
  const { kind } = input;
  demand(mayAsk(ctx.permissions, RIGHT[kind]));
  return carryOut(ctx, submissionOf(ctx, `${kind}:withdraw`, input), withdrawn, async (tx) => {
    const offer = await lockOffer(tx, ctx, kind, input.id, input.version);
    if (offer.status === "PUBLISHED") demand(may(ctx.permissions, RIGHT[kind]));
    await closeQuestion(tx, ctx, { kind: SLIP[kind], subject: `${kind}:${offer.id}` });
    await moveOffer(tx, ctx, kind, offer, { from: ["DRAFT", "PUBLISHED"], to: "WITHDRAWN" });
    return { id: offer.id };
  });
}

/** What an answer to such a slip does: a yes publishes, a no leaves the draft. */
export function offerDecision(kind: OfferKind): DecisionHandler {
  return {
    needs: { approve: RIGHT[kind], reject: RIGHT[kind] },
    lock: async (tx, by, slip) => {
      await lockOffer(tx, by, kind, idOf(kind, slip.subject));
    },
    approved: async (tx, ctx, slip) => {
      const offer = await lockOffer(tx, ctx, kind, idOf(kind, slip.subject));
      await moveOffer(tx, ctx, kind, offer, { from: ["DRAFT"], to: "PUBLISHED" });
      await spendApproval(tx, ctx, { approvalId: slip.id, kind: slip.kind, subject: slip.subject });
    },
    rejected: async () => undefined,
  };
}

/** While the question is open it is answered, not passed by. */
async function demandNotAsked(tx: Tx, ctx: Ctx, kind: OfferKind, subject: string): Promise<void> {
  const where = { projectId: ctx.projectId, kind: SLIP[kind], subject, status: "PENDING" } as const;
  if (await tx.approval.findFirst({ where, select: { id: true } })) throw new Refused({ code: "asked_already" });
}

function idOf(kind: OfferKind, subject: string): string {
  return subject.slice(kind.length + 1);
}
