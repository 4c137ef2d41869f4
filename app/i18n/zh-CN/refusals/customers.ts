import type { CUSTOMERS } from "~/domain/refusals/customers";

/** Leads, customers and channel reports. A part in brackets is left out where its figures are not known. */
export const customers: Record<(typeof CUSTOMERS)[number], string> = {
  consent_missing: "客户尚未同意个人信息处理，请先取得同意。",
  duplicate_forbidden: "该客户已登记[，归属 {owner}]，不能重复登记。请打开已有客户办理。",
  duplicate_unconfirmed: "可能是已登记的客户，请核对：是同一人就打开已有客户，不是同一人再确认登记。",
  id_number_taken: "该证件号码已登记在另一位客户名下，请核对；同一人请由案场经理合并。",
  not_in_pool: "该客户已不在公客池[，现归属 {owner}]。",
  in_pool_already: "该客户已在公客池。",
  yours_already: "该客户已归属此置业顾问。",
  consultant_absent: "该置业顾问今日不在岗。",
  load_limit_reached: "该置业顾问的客户数已达上限[（{max}）]。",
  checklist_incomplete: "接待清单未填完整。",
  owned_by_another: "该客户归属其他置业顾问[（{owner}）]，如需转移请联系案场经理。",
  needs_incomplete: "请先补全客户需求。",
  deal_open: "该客户有进行中的交易，不能办理。",
  lost_card_incomplete: "战败登记未填完整，请补充原因。",
  partner_contract_ended: "该合作方的合同已到期。",
  daily_quota_reached: "今日报备数已达上限[（{max}）]。",
  reported_already: "该客户已被报备[（报备时间 {since}）]。",
  protection_over: "报备保护期已过。",
  reported_too_late: "报备晚于客户到访，无效。",
  appealed_already: "已申诉过一次，不能再次申诉。",
  appeal_deadline_passed: "申诉期限已过。",
  evidence_missing: "请附上证明材料。",
};
