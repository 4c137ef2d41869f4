import type { PAPERS } from "~/domain/refusals/papers";

export const papers: Record<(typeof PAPERS)[number], string> = {
  filing_number_missing: "Enter the number of the filed contract.",
  filing_number_used: "This filing number is in use already.",
  record_number_missing: "Enter the record number.",
  change_not_approved: "The change is not approved yet.",
  notice_not_lifted: "The advance notice of title is not lifted yet.",
  plan_without_loan: "This payment plan has no loan.",
  down_payment_not_receipted: "The down payment is not fully receipted yet.",
  bank_letter_missing: "Upload the bank's letter first.",
  loan_amount_differs: "The bank's amount differs from the contract; change the plan first.",
  price_open: "The price is not fully paid[; {open:money} is open].",
  deed_tax_unpaid: "The deed tax is not paid yet.",
  maintenance_fund_unpaid: "The maintenance fund is not paid in yet.",
  certificate_number_missing: "Enter the number of the title certificate.",
};
