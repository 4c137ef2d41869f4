import type { MONEY } from "~/domain/refusals/money";

/** Payments, receipts, waivers, refunds and month close. A part in brackets is left out where its figures are not known. */
export const money: Record<(typeof MONEY)[number], string> = {
  bank_reference_used: "该银行流水号已登记过。",
  bank_reference_missing: "除现金外，请填写银行流水号、POS 参考号或支票号。",
  received_in_future: "收款日期不能晚于今天。",
  not_supervised_account: "预售款须进入监管账户。",
  payer_statement_missing: "付款人与买受人不一致，请先上传代付声明。",
  refunded_already: "该笔款项已退。",
  exceeds_payment: "分配金额超过该笔付款的余额[ {left:money}]。",
  purse_not_chosen: "请选择款项类别。",
  exceeds_receivable: "金额超过应收余额[ {open:money}]。",
  no_late_fee: "没有可减免的违约金。",
  exceeds_late_fee: "减免金额超过违约金[ {fee:money}]。",
  exceeds_received: "退款金额超过已收金额[ {received:money}]。",
  bank_comes_first: "贷款款项须先退还银行。",
  payee_missing: "请填写收款人与账号。",
  same_approver: "两次审批不得为同一人。",
  refund_owed: "尚有应退款未退，请先办理退款。",
  payee_changed: "收款账户已变更，请重新审批。",
  month_not_over: "本月尚未结束。",
  earlier_month_open: "之前的月份尚未结账。",
  day_not_closed: "当月仍有未日结的日期[（{day:day}）]。",
  reconciliation_not_zero: "对账差异不为零[ {difference:money}]，请先查明。",
  later_month_closed: "之后的月份已结账，请先打开后面的月份。",
};
