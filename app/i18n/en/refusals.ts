import type { RefusalCode } from "~/domain/refusal";
import { aftercare } from "./refusals/aftercare";
import { approvals } from "./refusals/approvals";
import { changes } from "./refusals/changes";
import { common } from "./refusals/common";
import { customers } from "./refusals/customers";
import { deals } from "./refusals/deals";
import { input } from "./refusals/input";
import { interfaceWords } from "./refusals/interface";
import { inventory } from "./refusals/inventory";
import { money } from "./refusals/money";
import { opening } from "./refusals/opening";
import { papers } from "./refusals/papers";

/** Why the office says no, and what can be done about it. */
export const refusals: Record<RefusalCode, string> = {
  ...aftercare,
  ...approvals,
  ...changes,
  ...common,
  ...customers,
  ...deals,
  ...input,
  ...interfaceWords,
  ...inventory,
  ...money,
  ...opening,
  ...papers,
};
