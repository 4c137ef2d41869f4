import type { Catalogue } from "./catalogue";
import { common } from "./en/common";
import { form } from "./en/form";
import { frame } from "./en/frame";
import { landing } from "./en/landing";
import { refusals } from "./en/refusals";
import { saleState, saleStateSign } from "./en/sale-state";

export const en: Catalogue = {
  common,
  form,
  frame,
  landing,
  refusals,
  saleState,
  saleStateSign,
};
