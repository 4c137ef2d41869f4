import type { ApprovalKind } from "~/domain/approval";
import type { Permission } from "~/domain/permission";
import type { Verdict } from "~/domain/refusal";
import type { Acting, Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { once } from "~/platform/once.server";
import type { AskedApproval } from "./approval.server";

/** What a feature does about the answers to its requests of one kind. All of it runs in the decision's transaction. */
export type DecisionHandler = {
  /** The rights, beside approval:approve and approval:reject, that an answer of this kind needs. */
  needs?: { approve: Permission; reject: Permission };
  /** Locks what the answer will change, in the usual order; runs before the slip itself is locked. */
  lock?: (tx: Tx, by: Acting, approval: AskedApproval) => Promise<void>;
  /** Refuses (`facts_changed`) when what was asked is no longer what would be done. Asked before every yes. */
  stillTrue?: (tx: Tx, ctx: Ctx, approval: AskedApproval) => Promise<Verdict>;
  /** Everybody in the chain said yes: the slip is APPROVED. What is done at once calls useApproval. */
  approved: (tx: Tx, ctx: Ctx, approval: AskedApproval) => Promise<void>;
  /** The slip is closed without a yes; its status says how: REJECTED, WITHDRAWN or EXPIRED (then by the system). */
  rejected: (tx: Tx, by: Acting, approval: AskedApproval) => Promise<void>;
};

const handlers = once("approval-handlers", () => new Map<ApprovalKind, DecisionHandler>());

/** Registers what happens on the answers to one kind of request; called at the composition root, once per kind. */
export function onDecision(kind: ApprovalKind, handler: DecisionHandler): void {
  handlers.set(kind, handler);
}

/** Throws where nobody registered: an answer must never be given into the void. */
export function handlerOf(kind: ApprovalKind): DecisionHandler {
  const handler = handlers.get(kind);
  if (!handler) throw new Error(`nobody answers for approvals of kind ${kind}`);
  return handler;
}
