import { type Line, move } from "./move";

/** Area settlement, handover, defects and complaints. */
export const AFTERCARE = {
  area_settlement: {
    final: ["DISCARDED", "CANCEL_ELECTED"],
    moves: [
      move("preview", "-", "PREVIEWED", "CLERK", {
        guards: [
          "not_presale",
          "surveyed_area_missing",
          "contract_basis_missing",
          "design_change_open",
          "settlement_exists",
        ],
      }),
      move("discard", "PREVIEWED", "DISCARDED", "CLERK"),
      move("approve", "PREVIEWED", "APPROVED", "FINANCE", { guards: ["own_request", "facts_changed"] }),
      move("bill", "APPROVED", "COLLECTING", "SYSTEM", { guards: ["beyond_tolerance"] }),
      move("open_election", "APPROVED", "ELECTION_OPEN", "SYSTEM", { guards: ["within_tolerance"] }),
      move("elect_to_keep", "ELECTION_OPEN", "COLLECTING", "SERVICE BUYER", { guards: ["election_over"] }),
      move("lapse_election", "ELECTION_OPEN", "COLLECTING", "SYSTEM", { guards: ["not_yet_due"] }),
      move("elect_to_cancel", "ELECTION_OPEN", "CANCEL_ELECTED", "SERVICE BUYER", { guards: ["election_over"] }),
      move("settle_balance", "COLLECTING", "SETTLED", "SYSTEM", { guards: ["balance_open"] }),
      move("reopen_balance", "SETTLED", "COLLECTING", "SYSTEM"),
      move("take_back", "APPROVED ELECTION_OPEN COLLECTING", "DISCARDED", "FINANCE", {
        guards: ["money_moved", "reason_required"],
      }),
    ],
  },
  handover: {
    final: ["RETURNED"],
    moves: [
      move("notify", "-", "NOTIFIED", "SERVICE", { guards: ["completion_papers_missing"] }),
      move("book_slot", "NOTIFIED BOOKED", "BOOKED", "SERVICE BUYER", { guards: ["slot_past", "slot_full"] }),
      move("clear", "BOOKED", "CLEARED", "ACCOUNTANT", {
        guards: ["payment_unconfirmed", "area_settlement_open", "purse_open"],
      }),
      move("inspect", "CLEARED", "INSPECTED", "SERVICE", { guards: ["inspection_sheet_incomplete"] }),
      move("decline_home", "INSPECTED", "NOTIFIED", "SERVICE BUYER", { guards: ["reason_required"] }),
      move("hand_keys", "INSPECTED", "DELIVERED", "SERVICE", {
        guards: ["purse_open", "completion_papers_missing", "serious_defect_open", "change_unfinished"],
      }),
      move("transfer", "DELIVERED", "TRANSFERRED", "SERVICE PROPERTY"),
      move("take_keys_back", "DELIVERED TRANSFERRED", "RETURNED", "SERVICE", {
        approver: "MANAGER",
        guards: ["change_not_approved", "filing_not_withdrawn"],
      }),
    ],
  },
  defect: {
    final: ["DECLINED"],
    moves: [
      move("report", "-", "REPORTED", "SERVICE PROPERTY BUYER", { guards: ["part_missing", "photo_missing"] }),
      move("decline", "REPORTED", "DECLINED", "SERVICE", { guards: ["reason_required"] }),
      move("assign", "REPORTED ASSIGNED", "ASSIGNED", "SERVICE", {
        guards: ["contractor_missing", "deadline_missing"],
      }),
      move("hand_back", "ASSIGNED", "REPORTED", "CONTRACTOR", { guards: ["reason_required"] }),
      move("finish_repair", "ASSIGNED", "FIXED", "CONTRACTOR", { guards: ["photo_missing"] }),
      move("pass_recheck", "FIXED", "CLOSED", "SERVICE"),
      move("fail_recheck", "FIXED", "ASSIGNED", "SERVICE", { guards: ["reason_required", "deadline_missing"] }),
      move("reopen", "CLOSED", "REPORTED", "SERVICE BUYER", { guards: ["warranty_over"] }),
    ],
  },
  complaint: {
    final: [],
    moves: [
      move("lodge", "-", "REGISTERED", "RECEPTIONIST CONSULTANT SERVICE BUYER", { guards: ["class_missing"] }),
      move("accept", "REGISTERED", "ACCEPTED", "SERVICE"),
      move("route", "ACCEPTED ROUTED ESCALATED REOPENED", "ROUTED", "SERVICE", { guards: ["department_missing"] }),
      move("escalate", "ROUTED", "ESCALATED", "SERVICE SYSTEM"),
      move("answer", "ROUTED ESCALATED", "ANSWERED", "MANAGER SERVICE PROPERTY", {
        guards: ["not_your_department", "answer_missing"],
      }),
      move("revisit", "ANSWERED", "REVISITED", "SERVICE", { guards: ["same_person"] }),
      move("close", "REVISITED", "CLOSED", "SERVICE", { guards: ["cause_missing"] }),
      move("reopen", "ANSWERED REVISITED CLOSED", "REOPENED", "SERVICE BUYER", { guards: ["reopen_deadline_passed"] }),
    ],
  },
} as const satisfies Record<string, Line>;
