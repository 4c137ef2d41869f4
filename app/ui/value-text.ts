import type { SettingChoice } from "~/domain/setting";
import type { Unit } from "~/domain/settings/definition";
import type { Texts } from "~/i18n/texts";

/** A value as one reads it: "24 小时", "3%", "先减后折". `unit` null: a choice. */
export function valueText(texts: Texts, unit: Unit | null, value: string | number): string {
  if (unit === null) return texts.enumLabel("settingChoice", value as SettingChoice);
  if (unit === "ppm") return texts.percent(Number(value));
  return `${texts.count(Number(value))} ${texts.enumLabel("settingUnit", unit)}`;
}
