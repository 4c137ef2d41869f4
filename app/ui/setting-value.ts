import { definitionOf, type SettingChoice, type SettingKey } from "~/domain/setting";
import type { Texts } from "~/i18n/texts";

/** A setting's value as one reads it: "24 小时", "3%", "先减后折". */
export function settingValueText(texts: Texts, key: SettingKey, value: string | number): string {
  const definition = definitionOf(key);
  if (definition.type === "choice") return texts.enumLabel("settingChoice", value as SettingChoice);
  if (definition.unit === "ppm") return texts.percent(Number(value));
  return `${texts.count(Number(value))} ${texts.enumLabel("settingUnit", definition.unit)}`;
}
