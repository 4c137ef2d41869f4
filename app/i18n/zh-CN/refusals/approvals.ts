import type { APPROVALS } from "~/domain/refusals/approvals";

/** Approval slips. A part in brackets is left out where its figures are not known. */
export const approvals: Record<(typeof APPROVALS)[number], string> = {
  asked_already: "同一事项已在审批中，请等待结果。",
  relation_required: "请说明与客户的关系。",
  expiry_required: "请填写审批的有效期限。",
  not_your_step: "当前审批节点不是您。",
  above_own_limit: "超出您的审批权限[（上限 {limit:money}）]，请转上一级。",
  facts_changed: "申请后情况已变化，请撤回并重新申请。",
  not_your_request: "只能撤回自己的申请。",
};
