import { ON_OFFER } from "./guards";
import { type Line, move } from "./move";

/** Queue numbers and the lottery. */
export const OPENING = {
  queue_number: {
    final: ["CONVERTED", "RETURNED", "VOIDED"],
    moves: [
      move("take_number", "-", "ISSUED", "CONSULTANT BUYER", {
        guards: [
          "permit_missing",
          "numbers_per_id_exceeded",
          "not_in_internal_batch",
          "buyers_incomplete",
          ...ON_OFFER,
        ],
      }),
      move("confirm_number", "ISSUED", "LIVE", "CASHIER", {
        guards: ["permit_missing", "numbers_per_id_exceeded", "money_not_receipted", ...ON_OFFER],
      }),
      move("void_number", "ISSUED", "VOIDED", "CONSULTANT MANAGER BUYER SYSTEM", { guards: ["money_behind"] }),
      move("call_number", "LIVE PASSED", "CALLED", "CONTROLLER", {
        guards: ["session_not_open", "out_of_order", "unit_taken", "unit_withheld"],
      }),
      move("choose_unit", "CALLED", "CALLED", "CONSULTANT BUYER", {
        guards: ["choosing_time_over", ...ON_OFFER, "quota_per_home_reached"],
      }),
      move("pass_number", "CALLED", "PASSED", "CONTROLLER BUYER"),
      move("time_out", "CALLED", "PASSED", "SYSTEM", { guards: ["not_yet_due"] }),
      move("hold_for_number", "CALLED", "CHOSEN", "CONTROLLER", {
        guards: ["same_person", "nothing_chosen", "choosing_time_over"],
      }),
      move("end_claim", "CHOSEN", "PASSED", "SYSTEM"),
      move("make_effective", "CHOSEN", "CONVERTED", "CASHIER SYSTEM"),
      move("make_effective", "LIVE CALLED PASSED", "RETURN_DUE", "CASHIER SYSTEM"),
      move("contract_directly", "CHOSEN", "CONVERTED", "CLERK", { approver: "MANAGER" }),
      move("contract_directly", "LIVE CALLED PASSED", "RETURN_DUE", "CLERK", { approver: "MANAGER" }),
      move("return_number", "LIVE PASSED", "RETURN_DUE", "CONSULTANT CONTROLLER BUYER SYSTEM"),
      move("pay_refund", "RETURN_DUE", "RETURNED", "CASHIER"),
    ],
  },
  lottery: {
    final: ["CLOSED", "CANCELLED"],
    moves: [
      move("draft", "-", "DRAFT", "CONTROLLER", { guards: ["batch_not_approved"] }),
      move("publish", "DRAFT", "PUBLISHED", "CONTROLLER", {
        approver: "DIRECTOR",
        guards: [
          "list_empty",
          "number_unpaid",
          "priority_proof_missing",
          "seed_commitment_missing",
          "public_value_not_future",
        ],
      }),
      move("draw", "PUBLISHED", "DRAWN", "CONTROLLER", {
        guards: ["public_value_not_out", "second_person_missing", "seed_mismatch", "list_changed"],
      }),
      move("open_session", "DRAWN", "CHOOSING", "CONTROLLER", { guards: ["batch_not_released"] }),
      move("close_session", "CHOOSING", "CLOSED", "CONTROLLER", { guards: ["number_called"] }),
      move("cancel", "DRAFT PUBLISHED DRAWN", "CANCELLED", "DIRECTOR", { guards: ["reason_required"] }),
    ],
  },
} as const satisfies Record<string, Line>;
