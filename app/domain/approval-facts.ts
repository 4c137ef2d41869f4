import type { Day } from "./calendar";

type FactKind = "text" | "money" | "rate" | "area" | "day" | "count";

/**
 * What a request may state for whoever decides, in the order in which it is read, with what each figure is: money in
 * fen, rates in ppm, areas in centiares. A feature that needs another one adds it here; its words are in
 * app/i18n (area "approvalFact"). A list of neighbours, receipts … is a list of such facts.
 */
export const APPROVAL_FACTS = {
  term: "text",
  unit: "text",
  units: "count",
  customer: "text",
  ground: "text",
  consultant: "text",
  number: "text",
  dealNumber: "text",
  stage: "text",
  plan: "text",
  scheme: "text",
  relation: "text",
  cause: "text",
  grossCentiares: "area",
  listFen: "money",
  schemeFen: "money",
  dealFen: "money",
  filedFen: "money",
  floorFen: "money",
  marginFen: "money",
  depthPpm: "rate",
  limitPpm: "rate",
  approverLimitPpm: "rate",
  ifRepeatedFen: "money",
  amountFen: "money",
  method: "text",
  account: "text",
  bankReference: "text",
  payer: "text",
  receivedOn: "day",
  receivedFen: "money",
  paidFen: "money",
  openFen: "money",
  earnestFen: "money",
  refundFen: "money",
  forfeitFen: "money",
  feeFen: "money",
  areaBasis: "text",
  checklist: "text",
  signedOn: "day",
  from: "day",
  until: "day",
  times: "count",
  step: "text",
  changeFen: "money",
  runningFen: "money",
  decidedOn: "day",
  discountKind: "text",
  planKind: "text",
  dueEvent: "text",
  dueDays: "count",
  dueOn: "day",
  ratePpm: "rate",
  offFen: "money",
  signWithin: "count",
} as const satisfies Record<string, FactKind>;

export type ApprovalFactName = keyof typeof APPROVAL_FACTS;

/** Facts kept from readers who may not see the floor price. */
export const FLOOR_FACTS: readonly ApprovalFactName[] = ["floorFen", "marginFen"];

type ValueOf<Kind> = Kind extends "text" ? string : Kind extends "day" ? Day : number;

/** Facts of one thing, by name. */
export type FactRow = { [Name in ApprovalFactName]?: ValueOf<(typeof APPROVAL_FACTS)[Name]> };

/** Lists that may stand under the facts. */
export const APPROVAL_LISTS = [
  "terms",
  "steps",
  "earlier",
  "neighbours",
  "receipts",
  "instalments",
  "changes",
] as const;
export type ApprovalListName = (typeof APPROVAL_LISTS)[number];

/** The snapshot that a decision is made on, as it was when it was asked. */
export type ApprovalFacts = FactRow & { [Name in ApprovalListName]?: FactRow[] };
