import { common } from "./zh-CN/common";
import { finance, ledgerKind, paymentMethod, purse } from "./zh-CN/finance";
import { form } from "./zh-CN/form";
import { frame } from "./zh-CN/frame";
import { importProblem } from "./zh-CN/import-problem";
import { landing } from "./zh-CN/landing";
import { refusals } from "./zh-CN/refusals";
import { saleState, saleStateSign } from "./zh-CN/sale-state";

/** Every text of the product by area, as written first. One line per area. */
export const zhCN = {
  common,
  finance,
  form,
  frame,
  importProblem,
  landing,
  ledgerKind,
  paymentMethod,
  purse,
  refusals,
  saleState,
  saleStateSign,
};
