export const pricing = {
  quoteTitle: "Quotation",
  quoteLead: "{unit} · {area}",
  choose: "Choose",
  schemes: "Discount schemes",
  plan: "Payment plan",
  specialOff: "Special discount",
  specialOffHint: "Yours to give within your authority; beyond it, it needs approval",
  loanYears: "Loan term",
  years: "years",
  loanRate: "Bank rate a year",
  providentRate: "Provident fund rate a year",
  providentPart: "Of which from the provident fund",
  repayment: "Repayment",
  calculate: "Calculate",
  derivation: "How the price is worked out",
  list: "List price",
  dealPrice: "Deal price",
  unitPriceGross: "Per ㎡ of gross area",
  unitPriceInternal: "Per ㎡ of internal area",
  savings: "{amount} saved, {rate} of the list price",
  notCounted: "Discounts that do not count",
  schedule: "Payment schedule",
  loan: "Loan",
  loanAmount: "Loan amount",
  monthly: "Monthly payment",
  firstMonth: "First month",
  lastMonth: "Last month",
  decrease: "{amount:money} less each month",
  interest: "Total interest",
  repaidTotal: "Total repaid",
  loanNote: "Worked out by formula, for information; the bank's approval decides.",
  needsApproval: "This price needs the approval of the {role:inside}.",
  needsApprovals: "This price needs the approval of the {first:inside}, then of the {second:inside}.",
  withinAuthority: "This price is within your authority.",
  aboveFiled: "The price is above the filed price; the unit cannot be sold at it.",
  holdThis: "Hold this unit",
  noPlanYet: "Choose a payment plan to see instalments and monthly payment here.",
  byQuoter: "Made by {name} · {at}",
  validNote: "For information only, not an offer; the subscription states the price.",
  down: "Own money",
} as const;

export const dueEvent = {
  RESERVATION: "subscription",
  CONTRACT: "contract",
  LOAN_APPROVAL: "loan approval",
  TOPPING_OUT: "topping-out",
  COMPLETION: "completion",
  HANDOVER: "handover",
  TITLE: "title",
  FIXED_DATE: "agreed date",
} as const;

export const planKind = {
  FULL: "Full payment",
  MORTGAGE: "Mortgage",
  PROVIDENT: "Provident fund loan",
  COMBINED: "Combined loan",
  INSTALMENTS: "Instalments",
} as const;

export const derivationStep = {
  LIST: "List price",
  TOTAL_OFF: "Off the total",
  UNIT_OFF: "Off per ㎡",
  MULTIPLY: "Discount",
  POINTS: "Points",
  ROUNDING: "Rounding",
  SPECIAL: "Special discount",
} as const;

export const derivationNote = {
  LIST: "{area:area}",
  TOTAL_OFF: "less {amount:money}",
  UNIT_OFF: "less {perSquareMetre} for each of {area:area}",
  MULTIPLY: "× {factor:percent}",
  POINTS: "less {points:percent}",
  ROUNDING: "to {step:money}",
  SPECIAL: "{depth:percent} off the price before it",
} as const;

export const conditionKind = {
  PAYMENT_PLAN: "For other payment plans",
  SIGN_ON_TIME: "Needs an earlier signature",
  GROUP: "Needs a group purchase",
  COUPON: "Needs a coupon",
  NOT_YET: "Not yet begun",
  OVER: "Over",
  QUOTA: "Used up",
} as const;

export const repaymentMethod = { EQUAL_INSTALMENTS: "Equal instalments", EQUAL_PRINCIPAL: "Equal principal" } as const;

export const discountKind = {
  MULTIPLY: "Multiply",
  POINTS: "Points off",
  TOTAL_OFF: "Off the total",
  UNIT_OFF: "Off per ㎡",
} as const;
