import { BUYERS, PRICE } from "./guards";
import { type Line, move } from "./move";

/** Approval slips and changes to a deal. */
export const DECISIONS = {
  approval: {
    final: ["USED", "REJECTED", "WITHDRAWN", "EXPIRED"],
    moves: [
      move(
        "request_approval",
        "-",
        "PENDING",
        "CONSULTANT CONTROLLER MANAGER DIRECTOR CASHIER ACCOUNTANT CLERK PLANNER SERVICE BUYER SYSTEM",
        { guards: ["asked_already", "reason_required", "relation_required", "expiry_required"] },
      ),
      move("approve", "PENDING", "APPROVED", "CONTROLLER MANAGER DIRECTOR GM ACCOUNTANT FINANCE", {
        guards: ["own_request", "not_your_step", "above_own_limit", "facts_changed"],
      }),
      move("reject", "PENDING", "REJECTED", "CONTROLLER MANAGER DIRECTOR GM ACCOUNTANT FINANCE", {
        guards: ["own_request", "not_your_step", "reason_required"],
      }),
      move(
        "withdraw",
        "PENDING",
        "WITHDRAWN",
        "CONSULTANT CONTROLLER MANAGER DIRECTOR CASHIER ACCOUNTANT CLERK PLANNER SERVICE BUYER",
        { guards: ["not_your_request"] },
      ),
      move("expire_approval", "PENDING APPROVED", "EXPIRED", "SYSTEM", { guards: ["not_yet_due"] }),
      move("use_approval", "APPROVED", "USED", "SYSTEM", { guards: ["facts_changed"] }),
    ],
  },
  change_request: {
    final: ["EXECUTED", "REJECTED", "WITHDRAWN"],
    moves: [
      move("request_cancellation", "-", "REQUESTED", "CONSULTANT CLERK BUYER SYSTEM", {
        guards: ["change_unfinished", "cause_missing", "reason_required"],
      }),
      move("request_swap", "-", "REQUESTED", "CONSULTANT CLERK BUYER", {
        guards: [
          "change_unfinished",
          "area_settlement_approved",
          "target_not_held",
          "seller_mismatch",
          "reason_required",
        ],
      }),
      move("request_rename", "-", "REQUESTED", "CONSULTANT CLERK BUYER", {
        guards: [
          "change_unfinished",
          "area_settlement_approved",
          ...BUYERS,
          "kinship_proof_missing",
          "reason_required",
        ],
      }),
      move("request_reprice", "-", "REQUESTED", "CONSULTANT CLERK", {
        guards: ["change_unfinished", "area_settlement_approved", ...PRICE, "reason_required"],
      }),
      move("request_plan_change", "-", "REQUESTED", "CONSULTANT CLERK BUYER", {
        guards: ["change_unfinished", "plan_missing", "plan_sum_differs", "reason_required"],
      }),
      move("approve_as_manager", "REQUESTED", "MANAGER_APPROVED", "MANAGER", {
        guards: ["own_request", "facts_changed"],
      }),
      move("approve_as_director", "MANAGER_APPROVED", "DIRECTOR_APPROVED", "DIRECTOR", {
        guards: ["own_request", "same_approver", "facts_changed"],
      }),
      move("approve_as_finance", "DIRECTOR_APPROVED", "APPROVED", "FINANCE", {
        guards: ["own_request", "same_approver", "facts_changed"],
      }),
      move("reject", "REQUESTED MANAGER_APPROVED DIRECTOR_APPROVED", "REJECTED", "MANAGER DIRECTOR FINANCE", {
        guards: ["own_request", "not_your_step", "reason_required"],
      }),
      move("withdraw", "REQUESTED MANAGER_APPROVED DIRECTOR_APPROVED APPROVED", "WITHDRAWN", "CONSULTANT CLERK BUYER", {
        guards: ["not_your_request"],
      }),
      move("execute_cancellation", "APPROVED", "EXECUTED", "SYSTEM", {
        guards: [
          "loan_not_settled",
          "payment_unconfirmed",
          "filing_not_withdrawn",
          "keys_not_returned",
          "facts_changed",
        ],
      }),
      move("execute_forfeiture", "APPROVED", "EXECUTED", "SYSTEM", {
        guards: ["payment_unconfirmed", "notice_not_served", "notice_running", "facts_changed"],
      }),
      move("execute_swap", "APPROVED", "EXECUTED", "SYSTEM", {
        guards: [
          "loan_not_settled",
          "payment_unconfirmed",
          "filing_not_withdrawn",
          "keys_not_returned",
          "area_settlement_approved",
          "target_not_held",
          "unit_mortgaged",
          "seller_mismatch",
          ...PRICE,
          "first_payment_not_receipted",
          "facts_changed",
        ],
      }),
      move("execute_rename", "APPROVED", "EXECUTED", "SYSTEM", {
        guards: [
          "loan_not_settled",
          "payment_unconfirmed",
          "filing_not_withdrawn",
          "area_settlement_approved",
          ...BUYERS,
          "facts_changed",
        ],
      }),
      move("execute_reprice", "APPROVED", "EXECUTED", "SYSTEM", {
        guards: [
          "loan_not_settled",
          "payment_unconfirmed",
          "filing_not_withdrawn",
          "area_settlement_approved",
          ...PRICE,
          "facts_changed",
        ],
      }),
      move("execute_plan_change", "APPROVED", "EXECUTED", "SYSTEM", {
        guards: [
          "loan_not_settled",
          "payment_unconfirmed",
          "filing_not_withdrawn",
          "plan_sum_differs",
          "facts_changed",
        ],
      }),
    ],
  },
} as const satisfies Record<string, Line>;
