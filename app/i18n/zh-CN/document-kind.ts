/** Papers that leave the office. */
export const documentKind = {
  QUOTATION: "置业计划书",
  SUBSCRIPTION: "认购书",
  CONTRACT_SUMMARY: "合同摘要",
  RECEIPT: "收据",
} as const;
