import type { Definition } from "./definition";

const HOME_TAX = "财政部 税务总局 住房城乡建设部公告2024年第16号";
const RATE = { type: "number", unit: "ppm", min: 0, max: 200_000, acts: ["QUOTATION"] } as const;
const AMOUNT = { type: "number", unit: "yuan", min: 0, max: 10_000, acts: ["QUOTATION"] } as const;

/** Taxes and fees that a buyer pays besides the price. */
export const COSTS = {
  vatPpm: { ...RATE, initial: 90_000, source: "增值税法 第10条" },
  deedTaxAreaLimit: {
    type: "number",
    unit: "squareMetres",
    initial: 140,
    min: 1,
    max: 1000,
    source: HOME_TAX,
    acts: ["QUOTATION"],
  },
  deedTaxFirstSmallPpm: { ...RATE, initial: 10_000, source: HOME_TAX },
  deedTaxFirstLargePpm: { ...RATE, initial: 15_000, source: HOME_TAX },
  deedTaxSecondSmallPpm: { ...RATE, initial: 10_000, source: HOME_TAX },
  deedTaxSecondLargePpm: { ...RATE, initial: 20_000, source: HOME_TAX },
  deedTaxFurtherPpm: { ...RATE, initial: 30_000, source: "契税法 第3条，由各省在3%至5%内确定" },
  stampDutyPpm: { ...RATE, initial: 500, source: "印花税法 附《印花税税目税率表》" },
  maintenanceFundYuan: { ...AMOUNT, initial: 100, source: "住宅专项维修资金管理办法 第7条，标准由所在城市公布" },
  registrationHomeYuan: { ...AMOUNT, initial: 80, source: "发改价格规〔2016〕2559号；车位、储藏室：财税〔2019〕45号" },
  registrationOtherYuan: { ...AMOUNT, initial: 550, source: "发改价格规〔2016〕2559号" },
} as const satisfies Record<string, Definition>;
