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
  substitute_self: "代理人不能是本人。",
  substitute_chosen_by_himself: "不能把他人的审批权委托给自己，请由本人、上级或系统管理员办理。",
  substitute_no_approver: "代理人须本身具有审批权限。",
  nothing_to_substitute: "此人在本项目没有审批权限，无需委托。",
  absent_above_you: "只能为本人或下属设置代理，请由其本人或系统管理员办理。",
  substitution_overlaps: "该期间内同类审批已有代理人，请先结束原委托或另选日期。",
  days_reversed: "结束日期不能早于开始日期。",
};
