/** What a price list may say about a unit. */
export const PRICE_FIELDS = [
  "number",
  "building",
  "entrance",
  "floor",
  "grossArea",
  "internalArea",
  "surveyedGrossArea",
  "surveyedInternalArea",
  "grossUnitPrice",
  "internalUnitPrice",
  "filedTotal",
  "status",
  "use",
  "contractNumber",
  "layout",
  "orientation",
  "note",
] as const;
export type PriceField = (typeof PRICE_FIELDS)[number];

/** Without these a row is no unit. */
export const REQUIRED_FIELDS: readonly PriceField[] = ["number", "grossArea"];

/** The words of different cities and years for one thing, as `headingKey` writes them. */
const HEADINGS: Readonly<Record<PriceField, readonly string[]>> = {
  number: [
    "房号",
    "房间号",
    "室号",
    "房屋号",
    "单元号房号",
    "房源",
    "房源编号",
    "户号",
    "roomno",
    "room",
    "unit",
    "unitno",
  ],
  building: [
    "楼栋",
    "栋号",
    "楼号",
    "幢号",
    "楼栋号",
    "楼栋名称",
    "栋",
    "幢",
    "楼幢",
    "项目楼栋",
    "项目楼栋情况",
    "building",
  ],
  entrance: ["单元", "单元号", "座", "座号", "梯", "entrance"],
  floor: ["楼层", "层", "层数", "所在层", "所在楼层", "名义层", "floor"],
  grossArea: ["建筑面积", "建面", "预测建筑面积", "预售建筑面积", "建筑面积预测", "grossarea", "gfa"],
  internalArea: ["套内面积", "套内建筑面积", "户内面积", "预测套内面积", "套内", "套内面积预测", "internalarea"],
  surveyedGrossArea: ["实测建筑面积", "竣工建筑面积", "建筑面积实测"],
  surveyedInternalArea: ["实测套内面积", "竣工套内面积", "竣工户内面积", "套内面积实测"],
  grossUnitPrice: [
    "单价",
    "建筑面积单价",
    "建面单价",
    "预售单价",
    "备案单价",
    "拟售价格",
    "拟售单价",
    "销售单价",
    "毛坯单价",
    "unitprice",
  ],
  internalUnitPrice: ["套内面积单价", "套内单价", "户内单价", "套内建筑面积单价"],
  filedTotal: [
    "总价",
    "总售价",
    "备案总价",
    "预售总价",
    "销售总价",
    "总价款",
    "房屋总价",
    "房款总价",
    "totalprice",
    "total",
  ],
  status: ["状态", "销售状况", "销售状态", "房屋状态", "房源状态", "status"],
  use: ["用途", "房屋用途", "规划用途", "房屋性质", "物业类型", "业态", "use"],
  contractNumber: ["合同号", "合同编号", "合同备案号", "contract", "contractno"],
  layout: ["户型", "房型", "居室", "layout"],
  orientation: ["朝向", "orientation"],
  note: ["备注", "说明", "remark", "note"],
};

const FIELD_OF = new Map(PRICE_FIELDS.flatMap((field) => HEADINGS[field].map((word) => [word, field] as const)));

/** A heading with everything gone that does not tell one column from another: spaces, units, notes, punctuation. */
export function headingKey(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\([^)]*\)|\[[^\]]*\]/g, "")
    .replace(/[\s:*_/.-]+/g, "")
    .replace(/(?:平方米|m2)$/, "")
    .toLowerCase();
}

export function fieldOfHeading(text: string): PriceField | null {
  return FIELD_OF.get(headingKey(text)) ?? null;
}

/** Labels that may stand in front of a value inside a row, longest first, so that a longer one is not cut short. */
export const PAIR_LABELS: readonly string[] = [
  ...PRICE_FIELDS.flatMap((field) => HEADINGS[field].filter((word) => /\p{Script=Han}{2}/u.test(word))),
  "分摊面积",
].sort((one, other) => other.length - one.length);
