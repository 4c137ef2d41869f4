import { type Line, move } from "./move";

/** Leads and channel reports. */
export const CUSTOMERS = {
  lead: {
    final: ["WON", "DISQUALIFIED"],
    moves: [
      move("register", "-", "NEW", "RECEPTIONIST CONSULTANT PLANNER BUYER SYSTEM", {
        guards: ["phone_invalid", "consent_missing", "duplicate_forbidden"],
      }),
      move("assign", "NEW ASSIGNED RESPONDED QUALIFIED", "ASSIGNED", "MANAGER SYSTEM", {
        guards: ["consultant_absent", "load_limit_reached"],
      }),
      move("respond", "ASSIGNED", "RESPONDED", "CONSULTANT"),
      move("qualify", "RESPONDED", "QUALIFIED", "CONSULTANT", { guards: ["checklist_incomplete"] }),
      move("disqualify", "NEW ASSIGNED RESPONDED", "DISQUALIFIED", "CONSULTANT MANAGER", {
        guards: ["reason_required"],
      }),
      move("convert", "QUALIFIED", "CUSTOMER", "CONSULTANT", {
        guards: ["phone_incomplete", "duplicate_forbidden", "owned_by_another"],
      }),
      move("open_opportunity", "CUSTOMER", "OPPORTUNITY", "CONSULTANT", { guards: ["needs_incomplete"] }),
      move("win", "OPPORTUNITY", "WON", "SYSTEM"),
      move("lose", "ASSIGNED RESPONDED QUALIFIED CUSTOMER OPPORTUNITY", "LOST", "CONSULTANT MANAGER", {
        guards: ["deal_open", "lost_card_incomplete"],
      }),
      move("win_back", "LOST", "ASSIGNED", "CONSULTANT MANAGER SYSTEM"),
    ],
  },
  channel_report: {
    final: ["ARRIVED"],
    moves: [
      move("report", "-", "REPORTED", "CHANNEL", {
        guards: [
          "partner_contract_ended",
          "name_missing",
          "phone_incomplete",
          "daily_quota_reached",
          "reported_already",
        ],
      }),
      move("judge", "REPORTED", "VALID", "SYSTEM"),
      move("judge", "REPORTED", "DUPLICATE", "SYSTEM"),
      move("judge", "REPORTED VALID", "REJECTED", "SYSTEM"),
      move("confirm_arrival", "VALID", "ARRIVED", "RECEPTIONIST MANAGER", {
        guards: ["protection_over", "reported_too_late"],
      }),
      move("expire_protection", "VALID", "EXPIRED", "SYSTEM", { guards: ["not_yet_due"] }),
      move("appeal", "DUPLICATE EXPIRED REJECTED", "APPEALED", "CHANNEL", {
        guards: ["appealed_already", "appeal_deadline_passed", "evidence_missing"],
      }),
      move("accept_appeal", "APPEALED", "VALID", "MANAGER", { guards: ["reason_required"] }),
      move("dismiss_appeal", "APPEALED", "REJECTED", "MANAGER", { guards: ["reason_required"] }),
    ],
  },
} as const satisfies Record<string, Line>;
