import type { Area, Catalogue } from "./catalogue";
import { DEFAULT_LOCALE, isLocale, type Locale } from "./locale";
import type { Words } from "./texts";

/** A file of this folder in one language; it holds one area or a few that go together. */
type Book = Partial<Catalogue>;

const FILES = import.meta.glob<Book>(["./zh-CN/*.ts", "./en/*.ts"]);
const words: Partial<Record<Area, Words>> = {};
const asked = new Set<string>();
const underWay = new Set<Promise<void>>();

/** The language that the server wrote the page in; a visit has one. */
export function pageLocale(): Locale {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : DEFAULT_LOCALE;
}

/**
 * The words that a browser has. Each module that names texts asks for their books when it is loaded: the build writes
 * the call (scripts/words-by-page.ts), so that a page brings its own words, in its reader's language.
 */
export const books = {
  bring(name: string): void {
    if (asked.has(name)) return;
    asked.add(name);
    const coming = FILES[`./${pageLocale()}/${name}.ts`]?.().then((book) => void Object.assign(words, book));
    if (!coming) return;
    underWay.add(coming);
    // A book that does not come stays under way; the page that needs it is not shown (`wordsAtHand`).
    coming.then(
      () => underWay.delete(coming),
      () => {},
    );
  },
};

/** Everything that was asked for is there. */
export async function allBooks(): Promise<void> {
  await Promise.all(underWay);
}

/**
 * The words of an area, for a component that renders. Throws the promise of what is still on its way: React shows the
 * page that was there until the new one has its words. Refusals are asked for when the office first says no.
 */
export function wordsAtHand(area: Area): Words | undefined {
  const found = words[area];
  if (found) return found;
  if (area === "refusals") books.bring("refusals");
  if (underWay.size > 0) throw allBooks().catch(() => location.reload());
  return undefined;
}
