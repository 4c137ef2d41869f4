import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { ROOT } from "./root.mjs";

const SOURCE = join(ROOT, "app", "i18n", "zh-CN");

/** Which file of app/i18n/<language> holds an area of texts. */
export function bookOfArea(): ReadonlyMap<string, string> {
  const files = readdirSync(SOURCE).filter((file) => file.endsWith(".ts"));
  return new Map(
    files.flatMap((file) =>
      [...readFileSync(join(SOURCE, file), "utf8").matchAll(/^export const (\w+)/gm)].map(
        ([, area = ""]) => [area, file.slice(0, -3)] as const,
      ),
    ),
  );
}

/** The books whose texts a module names: `"board.lead"`, `` `board.${name}` ``, `enumLabel("unitUse", …)`. */
export function booksNamedIn(code: string, bookOf: ReadonlyMap<string, string>): string[] {
  const named = [...code.matchAll(/["'`](\w+)\.[\w$]|enumLabel\(\s*["'](\w+)["']/g)].map(([, text, label]) =>
    bookOf.get(text ?? label ?? ""),
  );
  return [...new Set(named.filter((book) => book !== undefined))].sort();
}

/**
 * A page carries the words that it can show, in one language, and no more: a browser module that names texts asks for
 * their books (app/i18n/words-at-hand.ts). The server has all words at hand.
 */
export function wordsByPage(): Plugin {
  let bookOf: ReadonlyMap<string, string>;
  return {
    name: "words-by-page",
    buildStart() {
      bookOf = bookOfArea();
    },
    transform(code, id, options) {
      const [path = ""] = id.split("?");
      if (options?.ssr || !/\/app\/(?!i18n\/).*\.tsx?$/.test(path)) return null;
      const books = booksNamedIn(code, bookOf);
      if (books.length === 0) return null;
      const calls = books.map((book) => `books.bring(${JSON.stringify(book)});`).join("");
      return { code: `${code}\nimport { books } from "~/i18n/words-at-hand";${calls}`, map: null };
    },
  };
}

/** A chunk of words is named after its language and book. */
export function chunkName({ facadeModuleId }: { facadeModuleId: string | null }): string {
  const words = /\/app\/i18n\/([\w-]+)\/[\w-]+\.ts$/.exec(facadeModuleId ?? "");
  return words ? `assets/${words[1]}.[name]-[hash].js` : "assets/[name]-[hash].js";
}
