import { type SettingKey, unitOfSetting } from "~/domain/setting";
import type { Texts } from "~/i18n/texts";
import { valueText } from "./value-text";

/** A setting's value as one reads it, for pages that carry the catalogue of settings. */
export function settingValueText(texts: Texts, key: SettingKey, value: string | number): string {
  return valueText(texts, unitOfSetting(key), value);
}
