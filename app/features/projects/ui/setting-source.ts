import { isCustom } from "~/domain/settings/definition";
import type { Texts } from "~/i18n/texts";

/** What a value rests on: a custom in the reader's language, a law as it is cited, or what was typed. */
export function settingSourceText({ enumLabel }: Texts, source: string): string {
  return isCustom(source) ? enumLabel("settingSource", source) : source;
}
