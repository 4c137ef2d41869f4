import type * as zh from "../zh-CN/document-kind";

export const documentKind: Record<keyof typeof zh.documentKind, string> = {
  QUOTATION: "Quotation",
  SUBSCRIPTION: "Subscription",
  CONTRACT_SUMMARY: "Contract summary",
  RECEIPT: "Receipt",
};
