import type { SaleState } from "~/domain/unit-state";

/** The nine sale states of a unit, and the one sign that stands for each where there is no room for words. */
export const saleState: Record<SaleState, string> = {
  UNRELEASED: "未推盘",
  WITHHELD: "销控",
  AVAILABLE: "待售",
  QUEUED: "排号",
  HELD: "预留",
  RESERVED: "认购",
  CONTRACTED: "签约",
  FILED: "网签",
  DELIVERED: "交付",
};

export const saleStateSign: Record<SaleState, string> = {
  UNRELEASED: "未",
  WITHHELD: "控",
  AVAILABLE: "售",
  QUEUED: "排",
  HELD: "留",
  RESERVED: "认",
  CONTRACTED: "签",
  FILED: "网",
  DELIVERED: "交",
};
