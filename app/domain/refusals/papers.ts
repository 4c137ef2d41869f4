/** Filing, loans and title. */
export const PAPERS = [
  "filing_number_missing",
  "filing_number_used",
  "record_number_missing",
  "change_not_approved",
  "notice_not_lifted",
  "plan_without_loan",
  "down_payment_not_receipted",
  "bank_letter_missing",
  "loan_amount_differs",
  "price_open",
  "deed_tax_unpaid",
  "maintenance_fund_unpaid",
  "certificate_number_missing",
] as const;
