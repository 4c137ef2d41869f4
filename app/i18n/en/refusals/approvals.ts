import type { APPROVALS } from "~/domain/refusals/approvals";

export const approvals: Record<(typeof APPROVALS)[number], string> = {
  asked_already: "Approval for this has already been asked; wait for the decision.",
  relation_required: "State the relation to the customer.",
  expiry_required: "Say until when the approval is valid.",
  not_your_step: "It is not your turn in this approval.",
  above_own_limit: "This is above your own limit[ of {limit:money}]; pass it on to the next level.",
  facts_changed: "The facts have changed since this was asked; withdraw it and ask again.",
  not_your_request: "You can withdraw only your own request.",
  substitute_self: "Nobody is his own substitute.",
  substitute_chosen_by_himself:
    "Nobody takes somebody else's approvals for himself; the person, a superior or the administrator sets it.",
  substitute_no_approver: "The substitute must be somebody who approves as well.",
  nothing_to_substitute: "This person approves nothing on this project.",
  absent_above_you:
    "You can set a substitute only for yourself or for those you lead; ask the person or the administrator.",
  substitution_overlaps:
    "There is a substitute for these approvals on some of these days; end that one or choose other days.",
  days_reversed: "The last day must not lie before the first.",
};
