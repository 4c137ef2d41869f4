import type { Catalogue } from "./catalogue";
import { en } from "./en";
import type { Locale } from "./locale";
import { makeTexts, type Texts } from "./texts";
import { zhCN } from "./zh-CN";

const catalogues: Record<Locale, Catalogue> = { "zh-CN": zhCN, en };

const made: Record<Locale, Texts | null> = { "zh-CN": null, en: null };

/** Words and formats of one language: for pages rendered here, papers, mails and exports. Made once: formats take long. */
export function textsFor(locale: Locale): Texts {
  made[locale] ??= makeTexts(locale, (area) => catalogues[locale][area]);
  return made[locale];
}
