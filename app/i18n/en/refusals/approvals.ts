import type { APPROVALS } from "~/domain/refusals/approvals";

export const approvals: Record<(typeof APPROVALS)[number], string> = {
  asked_already: "Approval for this has already been asked; wait for the decision.",
  relation_required: "State the relation to the customer.",
  expiry_required: "Say until when the approval is valid.",
  not_your_step: "It is not your turn in this approval.",
  above_own_limit: "This is above your own limit[ of {limit:money}]; pass it on to the next level.",
  facts_changed: "The facts have changed since this was asked; withdraw it and ask again.",
  not_your_request: "You can withdraw only your own request.",
};
