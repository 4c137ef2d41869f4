import { EARNEST_ITEM } from "~/domain/earnest-item";
import type { Texts } from "./texts";

/** Receipts name all that they pay: "定金、首付款". */
const BETWEEN = "、";

/**
 * What an instalment is called: as the payment plan says, which is the office's own word; the earnest money, which no
 * plan names (null in a draft), in the reader's language.
 */
export function itemName({ t }: Texts, item: string | null): string {
  const nameOf = (one: string) => (one === EARNEST_ITEM ? t("common.earnest") : one);
  return (item ?? EARNEST_ITEM).split(BETWEEN).map(nameOf).join(t("common.listComma"));
}
