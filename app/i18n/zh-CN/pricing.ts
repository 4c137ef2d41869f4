/** Quotation 置业计划书: price, plan and loan. */
export const pricing = {
  quoteTitle: "置业计划书",
  quoteLead: "{unit} · {area}",
  choose: "选择",
  schemes: "折扣方案",
  plan: "付款方式",
  specialOff: "特殊优惠",
  specialOffHint: "权限以内可直接给；超出须审批",
  loanYears: "贷款年限",
  years: "年",
  loanRate: "商贷年利率",
  providentRate: "公积金年利率",
  providentPart: "其中公积金贷款",
  repayment: "还款方式",
  calculate: "计算",
  derivation: "价格推导",
  list: "表价",
  dealPrice: "成交总价",
  unitPriceGross: "折合建筑单价",
  unitPriceInternal: "折合套内单价",
  savings: "共优惠 {amount}，相当于 {rate}",
  notCounted: "未计入的优惠",
  schedule: "付款计划",
  loan: "贷款试算",
  loanAmount: "贷款金额",
  monthly: "月供",
  firstMonth: "首月",
  lastMonth: "末月",
  decrease: "每月递减 {amount:money}",
  interest: "利息合计",
  repaidTotal: "还款合计",
  loanNote: "月供按公式计算，仅供参考，以银行批复为准。",
  needsApproval: "该价格须由{role}审批。",
  needsApprovals: "该价格须先由{first}、再由{second}审批。",
  withinAuthority: "该价格在您的权限以内。",
  aboveFiled: "成交价高于备案价，不能成交。",
  holdThis: "预留这套房源",
  noPlanYet: "选择付款方式后，这里显示各期应付和月供。",
  byQuoter: "制作人 {name} · {at}",
  validNote: "本计划书仅供参考，不构成要约；价格以认购书为准。",
  down: "自付部分",
} as const;

export const dueEvent = {
  RESERVATION: "认购",
  CONTRACT: "签约",
  LOAN_APPROVAL: "贷款审批",
  TOPPING_OUT: "封顶",
  COMPLETION: "竣工",
  HANDOVER: "交房",
  TITLE: "办证",
  FIXED_DATE: "约定日期",
} as const;

export const planKind = {
  FULL: "一次性付款",
  MORTGAGE: "商业按揭",
  PROVIDENT: "公积金贷款",
  COMBINED: "组合贷款",
  INSTALMENTS: "分期付款",
} as const;

export const derivationStep = {
  LIST: "表价",
  TOTAL_OFF: "总价减",
  UNIT_OFF: "单价减",
  MULTIPLY: "折扣",
  POINTS: "优惠点",
  ROUNDING: "取整",
  SPECIAL: "特殊优惠",
} as const;

export const derivationNote = {
  LIST: "{area:area}",
  TOTAL_OFF: "减 {amount:money}",
  UNIT_OFF: "每平方米减 {perSquareMetre}，共 {area:area}",
  MULTIPLY: "× {factor:percent}",
  POINTS: "减 {points:percent}",
  ROUNDING: "取整到 {step:money}",
  SPECIAL: "优惠幅度 {depth:percent}",
} as const;

export const conditionKind = {
  PAYMENT_PLAN: "仅限其他付款方式",
  SIGN_ON_TIME: "须更早签约",
  GROUP: "须团购",
  COUPON: "须优惠券",
  NOT_YET: "未开始",
  OVER: "已结束",
  QUOTA: "名额已满",
} as const;

export const repaymentMethod = { EQUAL_INSTALMENTS: "等额本息", EQUAL_PRINCIPAL: "等额本金" } as const;

export const discountKind = { MULTIPLY: "打折", POINTS: "减点", TOTAL_OFF: "总价减", UNIT_OFF: "单价减" } as const;
