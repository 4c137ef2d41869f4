import type { Catalogue } from "./catalogue";
import { common } from "./en/common";
import { finance, ledgerKind, paymentMethod, purse } from "./en/finance";
import { form } from "./en/form";
import { frame } from "./en/frame";
import { importProblem } from "./en/import-problem";
import { landing } from "./en/landing";
import { refusals } from "./en/refusals";
import { saleState, saleStateSign } from "./en/sale-state";

export const en: Catalogue = {
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
