import type { Catalogue } from "./catalogue";
import { en } from "./en";
import type { Locale } from "./locale";
import { makeTexts, type Texts } from "./texts";
import { zhCN } from "./zh-CN";

const catalogues: Record<Locale, Catalogue> = { "zh-CN": zhCN, en };

/** Words and formats of one language: for pages rendered here, papers, mails and exports. */
export function textsFor(locale: Locale): Texts {
  return makeTexts(locale, (area) => catalogues[locale][area]);
}
