import type { PAPERS } from "~/domain/refusals/papers";

/** Filing, loans and title. A part in brackets is left out where its figures are not known. */
export const papers: Record<(typeof PAPERS)[number], string> = {
  filing_number_missing: "请填写网签合同编号。",
  filing_number_used: "该网签编号已被使用。",
  record_number_missing: "请填写备案编号。",
  change_not_approved: "变更尚未审批。",
  notice_not_lifted: "预告登记尚未注销。",
  plan_without_loan: "该付款方式不含贷款。",
  down_payment_not_receipted: "首付款尚未收齐并开具收据。",
  bank_letter_missing: "请先上传银行批贷函。",
  loan_amount_differs: "批贷金额与合同贷款金额不符，请先变更付款方式。",
  price_open: "房款尚未结清[，还差 {open:money}]。",
  deed_tax_unpaid: "契税尚未缴纳。",
  maintenance_fund_unpaid: "维修资金尚未缴存。",
  certificate_number_missing: "请填写不动产权证号。",
};
