import type { Catalogue } from "../catalogue";

export const finance: Catalogue["finance"] = {
  waitingItem: "{purse} in advance",
};

export const purse: Catalogue["purse"] = {
  HOUSE: "House money",
  FITTING_OUT: "Fitting-out",
  AGENCY: "Collected for others",
  LATE_FEE: "Late fee",
  AREA_SETTLEMENT: "Area settlement",
  FEE: "Fee",
};

export const paymentMethod: Catalogue["paymentMethod"] = {
  CASH: "Cash",
  POS: "Card",
  TRANSFER: "Bank transfer",
  CHEQUE: "Cheque",
  LOAN: "Loan pay-out",
  ONLINE: "Online",
};

export const ledgerKind: Catalogue["ledgerKind"] = {
  SCHEDULE: "Schedule",
  SCHEDULE_VOIDED: "Schedule voided",
  PAYMENT: "Payment",
  PAYMENT_REVERSED: "Payment reversed",
  RECEIPT: "Receipt",
  RECEIPT_REVERSED: "Receipt reversed",
  RECEIPT_RELEASED: "Receipt released",
};
