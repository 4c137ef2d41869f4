import type { Day } from "~/domain/calendar";
import type { DealStage } from "~/domain/deal-state";
import type { Permission, Role } from "~/domain/permission";
import type { SubscriptionState } from "~/domain/subscription-state";

export type StepFacts = {
  stage: DealStage;
  subscription: SubscriptionState | null;
  /** The role whose answer the draft's price or the contract waits for. */
  awaited: Role | null;
  /** The price was refused: it has to be drafted again. */
  priceRefused: boolean;
  firstPaymentIn: boolean;
  signBy: Day | null;
  filing: "NONE" | "FILED" | "RECORDED" | "WITHDRAWN" | null;
  scheduleOpen: boolean;
  today: Day;
};

export type NextStep = {
  action:
    | "DRAFT"
    | "AWAIT"
    | "CONFIRM"
    | "SIGN"
    | "TAKE_EARNEST"
    | "TAKE_FIRST"
    | "EXTEND_SIGN_BY"
    | "CONTRACT"
    | "FILE"
    | "RECORD"
    | "COLLECT";
  who: Role;
  /** What one needs to do it. */
  needs: Permission;
};

/** The one step that takes a deal further, and whose it is; null where nothing is left to do. */
export function nextStepOf(facts: StepFacts): NextStep | null {
  if (facts.stage === "HELD") return whileHeld(facts);
  if (facts.stage === "RESERVED") return whileReserved(facts);
  if (facts.stage !== "CONTRACTED") return null;
  if (facts.filing === "FILED") return { action: "RECORD", who: "CLERK", needs: "filing:record" };
  if (facts.filing !== "RECORDED") return { action: "FILE", who: "CLERK", needs: "filing:file" };
  return facts.scheduleOpen ? { action: "COLLECT", who: "CASHIER", needs: "payment:record" } : null;
}

function whileHeld({ subscription, awaited, priceRefused }: StepFacts): NextStep {
  if (subscription === null || priceRefused) {
    return { action: "DRAFT", who: "CONSULTANT", needs: "deal:draft_subscription" };
  }
  if (awaited) return { action: "AWAIT", who: awaited, needs: "approval:approve" };
  if (subscription === "DRAFTED") return { action: "CONFIRM", who: "CONTROLLER", needs: "deal:confirm_unit" };
  if (subscription === "CONFIRMED") return { action: "SIGN", who: "MANAGER", needs: "deal:sign_subscription" };
  return { action: "TAKE_EARNEST", who: "CASHIER", needs: "payment:record" };
}

function whileReserved({ awaited, firstPaymentIn, signBy, today }: StepFacts): NextStep {
  if (awaited) return { action: "AWAIT", who: awaited, needs: "approval:approve" };
  if (signBy !== null && today > signBy) {
    return { action: "EXTEND_SIGN_BY", who: "CLERK", needs: "deal:extend_sign_by" };
  }
  if (!firstPaymentIn) return { action: "TAKE_FIRST", who: "CASHIER", needs: "payment:record" };
  return { action: "CONTRACT", who: "CLERK", needs: "deal:sign_contract" };
}
