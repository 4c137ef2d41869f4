export const costs = {
  title: "Taxes and fees, estimated",
  homeOrder: "Which home of the family it is",
  homeOrderHint: "Buyer, spouse and minor children; it decides the deed tax rate",
  net: "Price without VAT {net:money} = {price:money} ÷ (1 + {vat:percent})",
  line: "Tax or fee",
  how: "How it is worked out",
  amount: "Amount (¥)",
  total: "Taxes and fees",
  cash: "Own money with costs",
  cashNote: "Own money {own:money} + taxes and fees {costs:money}",
  note: "An estimate: the tax office decides the deed tax, the city the rate of the maintenance fund.",
  noStampDuty: "Persons pay no stamp duty on a home.",
} as const;

export const homeOrder = { FIRST: "First", SECOND: "Second", FURTHER: "Third or further" } as const;

export const costLine = {
  DEED_TAX: "Deed tax",
  STAMP_DUTY: "Stamp duty",
  MAINTENANCE_FUND: "Housing maintenance fund",
  REGISTRATION_FEE: "Registration fee",
} as const;

export const costNote = {
  DEED_TAX: "{base:money} × {rate:percent} ({why})",
  STAMP_DUTY: "{base:money} × {rate:percent}",
  MAINTENANCE_FUND: "{area:area} × {perSquareMetre:money}/㎡",
  REGISTRATION_FEE: "{amount:money} a piece",
} as const;

export const deedTaxCase = {
  FIRST_SMALL: "first home, up to {limit:area}",
  FIRST_LARGE: "first home, above {limit:area}",
  SECOND_SMALL: "second home, up to {limit:area}",
  SECOND_LARGE: "second home, above {limit:area}",
  FURTHER: "third home or further",
  OTHER: "not a home",
} as const;
