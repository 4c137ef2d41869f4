import type { Catalogue } from "./catalogue";
import type { Locale } from "./locale";

/** Fetches the words of one language in the browser; the other language is never sent. */
export async function loadCatalogue(locale: Locale): Promise<Catalogue> {
  if (locale === "en") return (await import("./en")).en;
  return (await import("./zh-CN")).zhCN;
}
