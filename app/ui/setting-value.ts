import { definitionOf, type SettingChoice, type SettingKey } from "~/domain/setting";
import { isCustom } from "~/domain/settings/definition";
import type { Texts } from "~/i18n/texts";

/** A setting's value as one reads it: "24 小时", "3%", "先减后折". */
export function settingValueText(texts: Texts, key: SettingKey, value: string | number): string {
  const definition = definitionOf(key);
  if (definition.type === "choice") return texts.enumLabel("settingChoice", value as SettingChoice);
  if (definition.unit === "ppm") return texts.percent(Number(value));
  return `${texts.count(Number(value))} ${texts.enumLabel("settingUnit", definition.unit)}`;
}

/** What a value rests on: a custom in the reader's language, a law as it is cited, or what was typed. */
export function settingSourceText({ enumLabel }: Texts, source: string): string {
  return isCustom(source) ? enumLabel("settingSource", source) : source;
}
