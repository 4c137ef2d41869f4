/** Taxes and fees that a buyer pays besides the price. */
export const costs = {
  title: "购房税费估算",
  homeOrder: "本套是家庭第几套住房",
  homeOrderHint: "家庭含购房人、配偶和未成年子女；决定契税税率",
  net: "不含增值税价 {net:money} = {price:money} ÷ (1 + {vat:percent})",
  line: "税费",
  how: "怎样计算",
  amount: "金额（元）",
  total: "税费合计",
  cash: "自付及税费",
  cashNote: "自付房款 {own:money} + 税费 {costs:money}",
  note: "以上为估算：契税以税务机关核定为准，维修资金以所在城市的标准为准。",
  noStampDuty: "个人购买住房免征印花税。",
} as const;

export const homeOrder = { FIRST: "首套", SECOND: "二套", FURTHER: "三套及以上" } as const;

export const costLine = {
  DEED_TAX: "契税",
  STAMP_DUTY: "印花税",
  MAINTENANCE_FUND: "住宅专项维修资金",
  REGISTRATION_FEE: "不动产登记费",
} as const;

export const costNote = {
  DEED_TAX: "{base:money} × {rate:percent}（{why}）",
  STAMP_DUTY: "{base:money} × {rate:percent}",
  MAINTENANCE_FUND: "{area:area} × {perSquareMetre:money}/㎡",
  REGISTRATION_FEE: "按件收取，每件 {amount:money}",
} as const;

export const deedTaxCase = {
  FIRST_SMALL: "首套，不超过 {limit:area}",
  FIRST_LARGE: "首套，超过 {limit:area}",
  SECOND_SMALL: "二套，不超过 {limit:area}",
  SECOND_LARGE: "二套，超过 {limit:area}",
  FURTHER: "三套及以上",
  OTHER: "非住宅",
} as const;
