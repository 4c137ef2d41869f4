import { CLAIMABLE, ON_OFFER, SALEABLE } from "./guards";
import { type Line, move } from "./move";

/** Units: what the board shows, and how it comes to show it. */
export const UNITS = {
  unit: {
    final: [],
    moves: [
      move("create", "-", "UNRELEASED", "PLANNER ADMIN", { guards: ["row_invalid", "unit_exists"] }),
      move("import_sold", "-", "RESERVED", "PLANNER ADMIN", {
        guards: ["row_invalid", "unit_exists", "status_unknown"],
      }),
      move("import_sold", "-", "CONTRACTED", "PLANNER ADMIN", {
        guards: ["row_invalid", "unit_exists", "status_unknown"],
      }),
      move("import_sold", "-", "FILED", "PLANNER ADMIN", { guards: ["row_invalid", "unit_exists", "status_unknown"] }),
      move("correct_opening_claim", "RESERVED CONTRACTED FILED", "UNRELEASED", "CONTROLLER", {
        approver: "MANAGER",
        guards: ["not_an_opening_claim", "reason_required"],
      }),
      move("release", "UNRELEASED", "AVAILABLE", "DIRECTOR SYSTEM", { guards: [...SALEABLE] }),
      move("pull_back", "AVAILABLE", "UNRELEASED", "DIRECTOR", {
        guards: ["unit_taken", "queue_number_live", "reason_required"],
      }),
      move("withhold", "AVAILABLE", "WITHHELD", "CONTROLLER", {
        guards: ["unit_taken", "queue_number_live", "reason_required", "until_required", "withhold_cap_reached"],
      }),
      move("lift_withholding", "WITHHELD", "AVAILABLE", "CONTROLLER"),
      move("expire_withholding", "WITHHELD", "AVAILABLE", "SYSTEM", { guards: ["not_yet_due"] }),
      move("confirm_number", "AVAILABLE", "QUEUED", "CASHIER", { guards: [...ON_OFFER] }),
      move("return_number", "QUEUED", "AVAILABLE", "CONSULTANT CONTROLLER BUYER SYSTEM"),
      move("place_hold", "AVAILABLE", "HELD", "CONSULTANT CONTROLLER BUYER", { guards: [...CLAIMABLE] }),
      move("hold_for_number", "AVAILABLE QUEUED", "HELD", "CONTROLLER", { guards: [...ON_OFFER, "unit_sealed"] }),
      move("offer_to_waitlist", "AVAILABLE", "HELD", "SYSTEM", {
        guards: ["unit_taken", "unit_withheld", "unit_queued"],
      }),
      move("add_unit", "AVAILABLE", "HELD", "CONSULTANT CONTROLLER", { guards: [...CLAIMABLE] }),
      move("make_effective", "HELD", "RESERVED", "CASHIER SYSTEM"),
      move("reserve_directly", "AVAILABLE", "RESERVED", "CONSULTANT", {
        approver: "CONTROLLER MANAGER",
        guards: [...CLAIMABLE],
      }),
      move("contract_directly", "AVAILABLE HELD", "CONTRACTED", "CLERK", {
        approver: "MANAGER",
        guards: [...CLAIMABLE, "unit_mortgaged"],
      }),
      move("sign_contract", "RESERVED", "CONTRACTED", "CLERK", {
        approver: "MANAGER",
        guards: ["unit_sealed", "unit_mortgaged"],
      }),
      move("execute_swap", "HELD", "RESERVED", "SYSTEM", { guards: ["target_not_held"] }),
      move("execute_swap", "HELD", "CONTRACTED", "SYSTEM", { guards: ["target_not_held", "unit_mortgaged"] }),
      move("file", "CONTRACTED", "FILED", "CLERK"),
      move("withdraw_filing", "FILED", "CONTRACTED", "CLERK"),
      move("hand_keys", "CONTRACTED FILED", "DELIVERED", "SERVICE"),
      move("take_keys_back", "DELIVERED", "CONTRACTED", "SERVICE", { approver: "MANAGER" }),
      move("end_claim", "HELD RESERVED CONTRACTED", "AVAILABLE", "SYSTEM"),
      move("end_claim", "HELD RESERVED CONTRACTED", "QUEUED", "SYSTEM"),
      move("end_claim", "RESERVED CONTRACTED", "WITHHELD", "SYSTEM"),
      move("end_claim", "RESERVED CONTRACTED", "UNRELEASED", "SYSTEM"),
    ],
  },
} as const satisfies Record<string, Line>;
