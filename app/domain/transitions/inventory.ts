import { IN_FILED_BAND, SALEABLE } from "./guards";
import { type Line, move } from "./move";

/** Price lists, release batches and claims. */
export const INVENTORY = {
  price_list: {
    final: ["SUPERSEDED", "WITHDRAWN"],
    moves: [
      move("draft", "-", "DRAFT", "PLANNER", { guards: ["row_invalid", "unit_not_in_phase"] }),
      move("request_approval", "DRAFT", "SUBMITTED", "PLANNER", {
        guards: ["price_missing", "list_below_floor", ...IN_FILED_BAND, "effective_time_past"],
      }),
      move("approve", "SUBMITTED", "APPROVED", "DIRECTOR", { guards: ["own_request", ...IN_FILED_BAND] }),
      move("send_back", "SUBMITTED", "DRAFT", "DIRECTOR", { guards: ["reason_required"] }),
      move("withdraw", "DRAFT SUBMITTED", "WITHDRAWN", "PLANNER"),
      move("revoke", "APPROVED", "WITHDRAWN", "DIRECTOR", { guards: ["used_by_release_batch", "reason_required"] }),
      move("take_effect", "APPROVED", "EFFECTIVE", "SYSTEM", { guards: ["not_yet_due"] }),
      move("supersede", "EFFECTIVE", "SUPERSEDED", "SYSTEM"),
    ],
  },
  release_batch: {
    final: ["RELEASED", "CANCELLED"],
    moves: [
      move("draft", "-", "DRAFT", "PLANNER", { guards: ["not_for_sale", "already_released"] }),
      move("request_release", "DRAFT", "REQUESTED", "PLANNER", {
        guards: ["batch_empty", "not_for_sale", ...SALEABLE],
      }),
      move("approve", "REQUESTED", "APPROVED", "DIRECTOR", { guards: ["own_request", ...SALEABLE] }),
      move("send_back", "REQUESTED", "DRAFT", "DIRECTOR", { guards: ["reason_required"] }),
      move("withdraw", "DRAFT REQUESTED", "CANCELLED", "PLANNER"),
      move("cancel", "APPROVED", "CANCELLED", "DIRECTOR", { guards: ["lottery_running", "reason_required"] }),
      move("release", "APPROVED", "RELEASED", "DIRECTOR SYSTEM", { guards: ["not_yet_due", ...SALEABLE] }),
    ],
  },
  claim: {
    final: ["ENDED"],
    moves: [
      move("open_claim", "-", "OPEN", "SYSTEM", { guards: ["unit_taken"] }),
      move("import_sold", "-", "OPEN", "PLANNER ADMIN"),
      move("correct_opening_claim", "OPEN", "ENDED", "CONTROLLER", {
        approver: "MANAGER",
        guards: ["not_an_opening_claim"],
      }),
      move("end_claim", "OPEN", "ENDED", "SYSTEM"),
    ],
  },
} as const satisfies Record<string, Line>;
