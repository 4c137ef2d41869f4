import { type Line, move } from "./move";

/** Payments, receipts, waivers, refunds and months. */
export const MONEY = {
  payment: {
    final: ["REVERSED", "VOIDED"],
    moves: [
      move("post_online", "-", "POSTED", "SYSTEM", {
        guards: ["permit_missing", "amount_not_positive", "bank_reference_used"],
      }),
      move("record", "-", "CONFIRMED", "CASHIER", {
        guards: [
          "permit_missing",
          "amount_not_positive",
          "bank_reference_used",
          "received_in_future",
          "not_supervised_account",
          "payer_statement_missing",
        ],
      }),
      move("confirm", "POSTED", "CONFIRMED", "CASHIER", {
        guards: ["not_supervised_account", "payer_statement_missing"],
      }),
      move("void_posted", "POSTED", "VOIDED", "CASHIER", { guards: ["reason_required"] }),
      move("request_reversal", "CONFIRMED", "REVERSAL_ASKED", "CASHIER", {
        guards: ["refunded_already", "reason_required"],
      }),
      move("approve_reversal", "REVERSAL_ASKED", "REVERSED", "ACCOUNTANT", {
        guards: ["own_request", "refunded_already"],
      }),
      move("reject_reversal", "REVERSAL_ASKED", "CONFIRMED", "ACCOUNTANT", {
        guards: ["own_request", "reason_required"],
      }),
    ],
  },
  receipt: {
    final: ["REVERSED", "CARRIED_OVER"],
    moves: [
      move("record", "-", "RECORDED", "CASHIER", {
        guards: [
          "payment_unconfirmed",
          "permit_missing",
          "deal_ended",
          "seller_mismatch",
          "exceeds_payment",
          "purse_not_chosen",
          "exceeds_receivable",
        ],
      }),
      move("request_reversal", "RECORDED", "REVERSAL_ASKED", "CASHIER", {
        guards: ["refunded_already", "reason_required"],
      }),
      move("approve_reversal", "REVERSAL_ASKED", "REVERSED", "ACCOUNTANT", {
        guards: ["own_request", "refunded_already"],
      }),
      move("reject_reversal", "REVERSAL_ASKED", "RECORDED", "ACCOUNTANT", {
        guards: ["own_request", "reason_required"],
      }),
      move("follow_payment", "RECORDED REVERSAL_ASKED", "REVERSED", "SYSTEM"),
      move("execute_swap", "RECORDED", "CARRIED_OVER", "SYSTEM", {
        guards: ["payment_unconfirmed", "seller_mismatch"],
      }),
    ],
  },
  waiver: {
    final: ["APPROVED", "REJECTED", "WITHDRAWN"],
    moves: [
      move("request_waiver", "-", "REQUESTED", "CONSULTANT MANAGER", {
        guards: ["no_late_fee", "exceeds_late_fee", "reason_required"],
      }),
      move("approve", "REQUESTED", "APPROVED", "ACCOUNTANT FINANCE", {
        guards: ["own_request", "above_own_limit", "exceeds_late_fee"],
      }),
      move("reject", "REQUESTED", "REJECTED", "ACCOUNTANT FINANCE", { guards: ["own_request", "reason_required"] }),
      move("withdraw", "REQUESTED", "WITHDRAWN", "CONSULTANT MANAGER", { guards: ["not_your_request"] }),
    ],
  },
  refund: {
    final: ["PAID", "REJECTED", "WITHDRAWN"],
    moves: [
      move("request_refund", "-", "REQUESTED", "CASHIER SYSTEM", {
        guards: ["payment_unconfirmed", "exceeds_received", "bank_comes_first", "payee_missing", "reason_required"],
      }),
      move("approve_first", "REQUESTED", "CHECKED", "ACCOUNTANT", { guards: ["own_request", "exceeds_received"] }),
      move("approve_last", "CHECKED", "APPROVED", "FINANCE", {
        guards: ["own_request", "same_approver", "exceeds_received"],
      }),
      move("reject", "REQUESTED CHECKED", "REJECTED", "ACCOUNTANT FINANCE", {
        guards: ["own_request", "not_your_step", "reason_required"],
      }),
      move("withdraw", "REQUESTED CHECKED", "WITHDRAWN", "CASHIER", { guards: ["not_your_request", "refund_owed"] }),
      move("pay_refund", "APPROVED", "PAID", "CASHIER", {
        guards: ["exceeds_received", "payee_changed", "bank_reference_used"],
      }),
    ],
  },
  month: {
    final: [],
    moves: [
      move("open_month", "-", "OPEN", "SYSTEM"),
      move("close", "OPEN", "CLOSED", "ACCOUNTANT", {
        guards: [
          "month_not_over",
          "earlier_month_open",
          "day_not_closed",
          "payment_unconfirmed",
          "reconciliation_not_zero",
        ],
      }),
      move("reopen", "CLOSED", "OPEN", "FINANCE", { guards: ["later_month_closed", "reason_required"] }),
    ],
  },
} as const satisfies Record<string, Line>;
