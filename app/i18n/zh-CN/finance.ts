import type { LedgerKind } from "~/domain/ledger-kind";
import type { PaymentMethod } from "~/domain/payment";
import type { Purse } from "~/domain/receivable";

/** Money: cashier, receipts, ledger. */
export const finance = {
  waitingItem: "预收{purse}",
} as const;

export const purse: Record<Purse, string> = {
  HOUSE: "楼款",
  FITTING_OUT: "装修款",
  AGENCY: "代收费用",
  LATE_FEE: "违约金",
  AREA_SETTLEMENT: "面积补差",
  FEE: "手续费",
};

export const paymentMethod: Record<PaymentMethod, string> = {
  CASH: "现金",
  POS: "POS 刷卡",
  TRANSFER: "银行转账",
  CHEQUE: "支票",
  LOAN: "按揭放款",
  ONLINE: "线上支付",
};

export const ledgerKind: Record<LedgerKind, string> = {
  SCHEDULE: "应收计划",
  SCHEDULE_VOIDED: "应收作废",
  PAYMENT: "到账",
  PAYMENT_REVERSED: "到账红冲",
  RECEIPT: "收款核销",
  RECEIPT_REVERSED: "收款红冲",
  RECEIPT_RELEASED: "核销转回",
};
