import { CLAIMABLE, ON_OFFER, PRICE, TERMS } from "./guards";
import { type Line, move } from "./move";

/** Deals, from the first claim to the last. */
export const DEALS = {
  deal: {
    final: ["VOIDED", "CANCELLED", "FORFEITED", "SWAPPED"],
    moves: [
      move("place_hold", "-", "HELD", "CONSULTANT CONTROLLER BUYER", {
        guards: [
          ...CLAIMABLE,
          "not_in_internal_batch",
          "not_your_customer",
          "until_past",
          "hold_too_long",
          "hold_cap_reached",
          "quota_per_home_reached",
        ],
      }),
      move("hold_for_number", "-", "HELD", "CONTROLLER", {
        guards: [
          "same_person",
          "nothing_chosen",
          "choosing_time_over",
          ...ON_OFFER,
          "unit_sealed",
          "quota_per_home_reached",
        ],
      }),
      move("offer_to_waitlist", "-", "HELD", "SYSTEM", {
        guards: ["unit_taken", "unit_withheld", "unit_queued", "waitlist_empty"],
      }),
      move("add_unit", "HELD", "HELD", "CONSULTANT CONTROLLER", {
        guards: ["not_your_hold", "subscription_signed", "seller_mismatch", ...CLAIMABLE, "quota_per_home_reached"],
      }),
      move("drop_unit", "HELD", "HELD", "CONSULTANT CONTROLLER", {
        guards: ["not_your_hold", "subscription_signed", "last_unit"],
      }),
      move("extend_hold", "HELD", "HELD", "CONTROLLER", {
        guards: ["subscription_signed", "until_past", "hold_too_long", "extensions_used_up"],
      }),
      move("release_hold", "HELD", "VOIDED", "CONSULTANT CONTROLLER MANAGER BUYER", {
        guards: ["not_your_hold", "payment_unconfirmed", "money_behind"],
      }),
      move("cancel_hold", "HELD", "CANCELLED", "CONSULTANT CONTROLLER MANAGER BUYER", {
        guards: ["not_your_hold", "payment_unconfirmed", "no_money_behind", "earnest_behind"],
      }),
      move("expire_hold", "HELD", "EXPIRED", "SYSTEM", { guards: ["not_yet_due", "subscription_unpaid"] }),
      move("void_unpaid", "HELD", "VOIDED", "SYSTEM", {
        guards: ["not_yet_due", "subscription_not_signed", "money_behind"],
      }),
      move("draft_subscription", "HELD", "HELD", "CONSULTANT", { guards: ["not_your_hold", ...TERMS] }),
      move("confirm_unit", "HELD", "HELD", "CONTROLLER", {
        guards: ["subscription_not_drafted", "own_request", "unit_sealed"],
      }),
      move("sign_subscription", "HELD", "HELD", "MANAGER", { guards: ["unit_not_confirmed", "own_request", ...TERMS] }),
      move("make_effective", "HELD", "RESERVED", "CASHIER SYSTEM", {
        guards: ["subscription_not_signed", "past_pay_by", "earnest_not_in_full"],
      }),
      move("reserve_directly", "-", "RESERVED", "CONSULTANT", {
        approver: "CONTROLLER MANAGER",
        guards: [
          "direct_not_allowed",
          ...CLAIMABLE,
          "not_in_internal_batch",
          "not_your_customer",
          ...TERMS,
          "quota_per_home_reached",
          "earnest_not_in_full",
        ],
      }),
      move("extend_sign_by", "RESERVED", "RESERVED", "CONSULTANT CLERK", {
        approver: "MANAGER",
        guards: ["reason_required", "until_past", "extensions_used_up"],
      }),
      move("sign_contract", "RESERVED", "CONTRACTED", "CLERK", {
        approver: "MANAGER",
        guards: [
          "change_unfinished",
          "unit_sealed",
          "unit_mortgaged",
          "first_payment_not_receipted",
          "past_sign_by",
          "checklist_incomplete",
          "area_basis_missing",
        ],
      }),
      move("contract_directly", "-", "CONTRACTED", "CLERK", {
        approver: "MANAGER",
        guards: [
          "direct_not_allowed",
          ...CLAIMABLE,
          "unit_mortgaged",
          "not_in_internal_batch",
          ...TERMS,
          "quota_per_home_reached",
          "first_payment_not_receipted",
          "checklist_incomplete",
          "area_basis_missing",
        ],
      }),
      move("contract_directly", "HELD", "CONTRACTED", "CLERK", {
        approver: "MANAGER",
        guards: [
          "direct_not_allowed",
          "not_your_hold",
          "unit_sealed",
          "unit_mortgaged",
          ...TERMS,
          "first_payment_not_receipted",
          "checklist_incomplete",
          "area_basis_missing",
        ],
      }),
      move("serve_notice", "RESERVED", "RESERVED", "CLERK", { guards: ["no_earnest_behind", "notice_served_already"] }),
      move("serve_notice", "EXPIRED", "EXPIRED", "CLERK", { guards: ["no_earnest_behind", "notice_served_already"] }),
      move("return_earnest", "EXPIRED", "CANCELLED", "MANAGER", {
        guards: ["payment_unconfirmed", "no_earnest_behind", "reason_required"],
      }),
      move("forfeit_earnest", "EXPIRED", "FORFEITED", "MANAGER", {
        guards: ["payment_unconfirmed", "no_earnest_behind", "notice_not_served", "notice_running"],
      }),
      move("execute_cancellation", "RESERVED CONTRACTED", "CANCELLED", "SYSTEM", {
        guards: ["loan_not_settled", "payment_unconfirmed", "filing_not_withdrawn", "keys_not_returned"],
      }),
      move("execute_forfeiture", "RESERVED", "FORFEITED", "SYSTEM", {
        guards: ["payment_unconfirmed", "notice_not_served", "notice_running"],
      }),
      move("execute_swap", "RESERVED CONTRACTED", "SWAPPED", "SYSTEM", {
        guards: [
          "loan_not_settled",
          "payment_unconfirmed",
          "filing_not_withdrawn",
          "keys_not_returned",
          "area_settlement_approved",
        ],
      }),
      move("execute_swap", "HELD", "RESERVED", "SYSTEM", { guards: ["target_not_held", "seller_mismatch", ...PRICE] }),
      move("execute_swap", "HELD", "CONTRACTED", "SYSTEM", {
        guards: ["target_not_held", "unit_mortgaged", "seller_mismatch", ...PRICE, "first_payment_not_receipted"],
      }),
    ],
  },
} as const satisfies Record<string, Line>;
