import type { Role } from "./permission";
import { all, refuse, unless, type Verdict } from "./refusal";
import { canMove } from "./transition";

/** What may be asked for. What a yes or no does is known by the feature that asks. */
export const APPROVAL_KINDS = [
  "SPECIAL_DISCOUNT",
  "HOLD_TERM",
  "SIGN_BY_EXTENSION",
  "CONTRACT",
  "CHANGE_REQUEST",
  "FORFEITURE",
  "OPENING_CLAIM",
  "PRICE_LIST",
  "RELEASE_BATCH",
  "DISCOUNT_SCHEME",
  "PAYMENT_PLAN",
  "PAYMENT_REVERSAL",
  "RECEIPT_REVERSAL",
  "REFUND",
  "WAIVER",
  "ERASURE",
] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export const APPROVAL_STATUSES = ["PENDING", "APPROVED", "USED", "REJECTED", "WITHDRAWN", "EXPIRED"] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/**
 * A slip as its rules see it: roles say yes in the order of `chain`; `deciderIds` said yes to the steps before, each
 * beside the one in whose place he did.
 */
export type Slip = {
  status: ApprovalStatus;
  chain: readonly Role[];
  step: number;
  requestedById: string;
  expiresAt: Date | null;
  deciderIds: readonly string[];
};

/** `forId`: in whose place the person answers, with that one's roles. */
type Person = { actorId: string; roles: readonly Role[]; forId?: string | null };

/** The status at a moment: a slip whose time is up has expired, whether or not a job has noted it. */
export function statusAt({ status, expiresAt }: Pick<Slip, "status" | "expiresAt">, now: Date): ApprovalStatus {
  const open = status === "PENDING" || status === "APPROVED";
  return open && expiresAt !== null && expiresAt <= now ? "EXPIRED" : status;
}

/** The role whose answer is awaited; null once everybody has said yes. */
export function awaitedRole({ chain, step }: Pick<Slip, "chain" | "step">): Role | null {
  return chain[step] ?? null;
}

/** May anybody ask this? A reason always; an end that lies ahead. */
export function canAsk(reason: string, expiresAt: Date | null, now: Date): Verdict {
  return all(
    unless(reason.trim() !== "", "reason_required"),
    unless(expiresAt === null || expiresAt > now, "until_past"),
  );
}

/**
 * May this person answer now? Never his own request nor that of the one in whose place he answers, only the step of
 * his role, once in a chain, a no with a reason.
 */
export function canDecide(slip: Slip, by: Person, answer: { yes: boolean; reason: string }, now: Date): Verdict {
  const awaited = awaitedRole(slip);
  const people = [by.actorId, ...(by.forId ? [by.forId] : [])];
  return all(
    canMove("approval", answer.yes ? "approve" : "reject", statusAt(slip, now)),
    unless(!people.includes(slip.requestedById), "own_request"),
    awaited && by.roles.includes(awaited) ? { ok: true } : refuse("not_your_step"),
    unless(!people.some((person) => slip.deciderIds.includes(person)), "same_approver"),
    unless(answer.yes || answer.reason.trim() !== "", "reason_required"),
  );
}

/** Does the slip wait for this person? What the inbox shows. */
export function waitsFor(slip: Slip, by: Person, now: Date): boolean {
  return canDecide(slip, by, { yes: true, reason: "" }, now).ok;
}

/** May this person take the question back? Only his own, and only while nobody has answered it in full. */
export function canWithdraw(slip: Slip, by: { actorId: string }, now: Date): Verdict {
  return all(
    canMove("approval", "withdraw", statusAt(slip, now)),
    unless(slip.requestedById === by.actorId, "not_your_request"),
  );
}

/** May what was approved be done now? Once, within its time, and only what was asked. */
export function canUse(
  slip: Slip & { kind: string; subject: string },
  use: { kind: string; subject: string },
  now: Date,
): Verdict {
  return all(
    unless(slip.kind === use.kind && slip.subject === use.subject, "not_found"),
    canMove("approval", "use_approval", statusAt(slip, now)),
  );
}
