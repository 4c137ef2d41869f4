// What the model keeps of the office, as plain records.

export type Customer = {
  no: number;
  id: string;
  personId: string;
  name: string;
  phone: string;
  /** Null: in the public pool. */
  owner: number | null;
  ownedSince: number | null;
  followedAt: number;
  idNumber: string | null;
  personVersion: number;
};

export type Deal = {
  id: string;
  unit: Unit;
  customer: Customer;
  consultant: number;
  stage: "HELD" | "RESERVED" | "CONTRACTED" | "EXPIRED" | "VOIDED" | "CANCELLED";
  version: number;
  holdUntil: number | null;
  extensions: number;
  step: "HOLD" | "DRAFTED" | "CONFIRMED" | "SIGNED";
  /** The list price that the draft rests on. */
  listFen: number | null;
  priceFen: number;
  earnestFen: number;
  /** Fen owed by the schedule that stands; 0 without one. */
  owedFen: number;
  signBy: string | null;
  signByExtensions: number;
  signBySlip: (Slip & { until: string }) | null;
  /** A price that somebody else must say yes to. */
  special: (Slip & { given: boolean }) | null;
  contractSlip: (Slip & { signedOn: string }) | null;
  signedOn: string | null;
  filed: boolean;
};

/** A question to somebody who decides, by some time. `ask` is its reason, by which it is found. */
export type Slip = { ask: string; open: boolean; expiresAt?: number };

/** Money that came; what its receipts leave stands as an advance. */
export type Payment = {
  id: string;
  reference: string;
  payer: string;
  /** Somebody said why he pays for others. */
  explained: boolean;
  amountFen: number;
  receivedOn: string;
  status: "CONFIRMED" | "REVERSAL_ASKED" | "REVERSED";
  slip: Slip | null;
  receipts: Receipt[];
};

/** A part of a payment for one deal. What is collected for others pays nothing of the price. */
export type Receipt = {
  id: string;
  payment: Payment;
  deal: Deal;
  purse: "HOUSE" | "AGENCY";
  amountFen: number;
  status: "RECORDED" | "REVERSAL_ASKED" | "REVERSED";
  allocatedFen: number;
  slip: Slip | null;
};

export type Unit = {
  no: number;
  id: string;
  label: string;
  /** As a list of homes names it, where one brought it. */
  name?: string;
  filedFen: number;
  /** Null until a list prices it. */
  listFen: number | null;
  floorFen: number | null;
  permitted: boolean;
  released: boolean;
  version: number;
  withheldUntil: number | null;
};

/** A director who answers in a manager's place, both days included. */
export type Substitute = {
  id: string;
  manager: number;
  director: number;
  from: string;
  until: string;
  ended: boolean;
};
