import { itemName } from "~/i18n/item-name";
import { useTexts } from "~/i18n/use-texts";

/** `itemName` in the reader's language. */
export function useItemName(): (item: string | null) => string {
  const texts = useTexts();
  return (item) => itemName(texts, item);
}
