import { type Line, move } from "./move";

/** Filing, loans and title. */
export const PAPERS = {
  filing: {
    final: [],
    moves: [
      move("open_filing", "-", "NONE", "SYSTEM"),
      move("file", "NONE WITHDRAWN", "FILED", "CLERK", { guards: ["filing_number_missing", "filing_number_used"] }),
      move("record", "FILED", "RECORDED", "CLERK", { guards: ["record_number_missing"] }),
      move("withdraw_filing", "FILED RECORDED", "WITHDRAWN", "CLERK", {
        guards: ["change_not_approved", "notice_not_lifted"],
      }),
    ],
  },
  loan: {
    final: ["SETTLED", "BANK_CHANGED", "CLOSED"],
    moves: [
      move("open_file", "-", "PAPERS_INCOMPLETE", "MORTGAGE SYSTEM", { guards: ["plan_without_loan"] }),
      move("submit", "PAPERS_INCOMPLETE CHANGE_NEEDED", "SUBMITTED", "MORTGAGE", {
        guards: ["checklist_incomplete", "down_payment_not_receipted"],
      }),
      move("record_change_needed", "SUBMITTED", "CHANGE_NEEDED", "MORTGAGE", { guards: ["reason_required"] }),
      move("record_approval", "SUBMITTED", "AWAITING_PAYOUT", "MORTGAGE", {
        guards: ["bank_letter_missing", "loan_amount_differs"],
      }),
      move("record_refusal", "SUBMITTED", "REFUSED", "MORTGAGE", { guards: ["reason_required"] }),
      move("await_quota", "AWAITING_PAYOUT", "AWAITING_QUOTA", "MORTGAGE"),
      move("await_release", "AWAITING_PAYOUT", "AWAITING_RELEASE", "MORTGAGE"),
      move("end_wait", "AWAITING_QUOTA AWAITING_RELEASE", "AWAITING_PAYOUT", "MORTGAGE"),
      move(
        "change_bank",
        "PAPERS_INCOMPLETE SUBMITTED CHANGE_NEEDED AWAITING_PAYOUT AWAITING_QUOTA AWAITING_RELEASE REFUSED",
        "BANK_CHANGED",
        "MORTGAGE",
        { guards: ["reason_required"] },
      ),
      move("pay_out", "AWAITING_PAYOUT AWAITING_QUOTA AWAITING_RELEASE", "PAID_OUT", "SYSTEM", {
        guards: ["payment_unconfirmed", "not_supervised_account"],
      }),
      move("undo_pay_out", "PAID_OUT", "AWAITING_PAYOUT", "SYSTEM"),
      move("settle_loan", "PAID_OUT", "SETTLED", "MORTGAGE", { guards: ["bank_letter_missing"] }),
      move(
        "close_file",
        "PAPERS_INCOMPLETE SUBMITTED CHANGE_NEEDED AWAITING_PAYOUT AWAITING_QUOTA AWAITING_RELEASE REFUSED",
        "CLOSED",
        "SYSTEM",
      ),
    ],
  },
  title: {
    final: ["CERTIFIED"],
    moves: [
      move("open_title", "-", "PAPERS", "SYSTEM"),
      move("complete_papers", "PAPERS", "TAX", "CLERK", { guards: ["checklist_incomplete", "price_open"] }),
      move("submit", "TAX", "SUBMITTED", "CLERK", { guards: ["deed_tax_unpaid", "maintenance_fund_unpaid"] }),
      move("record_return", "SUBMITTED", "PAPERS", "CLERK", { guards: ["reason_required"] }),
      move("record_certificate", "SUBMITTED", "CERTIFIED", "CLERK", { guards: ["certificate_number_missing"] }),
    ],
  },
} as const satisfies Record<string, Line>;
