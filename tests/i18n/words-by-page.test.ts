import { describe, expect, it } from "vitest";
import type { Area } from "~/i18n/catalogue";
import { en } from "~/i18n/en";
import { zhCN } from "~/i18n/zh-CN";
import { bookOfArea, booksNamedIn } from "../../scripts/words-by-page";

const bookOf = bookOfArea();
const chinese = import.meta.glob<Record<string, unknown>>("../../app/i18n/zh-CN/*.ts", { eager: true });
const english = import.meta.glob<Record<string, unknown>>("../../app/i18n/en/*.ts", { eager: true });

/** Books by area, as a language's files say. */
const shelf = (files: Record<string, Record<string, unknown>>) =>
  Object.entries(files).flatMap(([path, book]) =>
    Object.keys(book).map((area) => `${area} in ${path.split("/").at(-1)?.replace(".ts", "")}`),
  );

describe("the words of a page", () => {
  it("stand in files of the same name in both languages, and every area has one", () => {
    expect(shelf(english).sort()).toEqual(shelf(chinese).sort());
    expect([...bookOf].map(([area, book]) => `${area} in ${book}`).sort()).toEqual(shelf(chinese).sort());
    expect(Object.keys(zhCN).filter((area) => !bookOf.has(area))).toEqual([]);
  });

  it("are the words themselves, so that the server and a browser say the same", () => {
    for (const [files, whole] of [
      [chinese, zhCN],
      [english, en],
    ] as const)
      for (const book of Object.values(files))
        for (const [area, words] of Object.entries(book)) expect(whole[area as Area]).toBe(words);
  });

  it("come with the modules that name them", () => {
    expect(booksNamedIn(`t("deals.lead") + t(\`board.\${name}\`)`, bookOf)).toEqual(["board", "deals"]);
    expect(booksNamedIn('enumLabel("unitUse", unit.use); enumLabel(\n  "role", one)', bookOf)).toEqual([
      "board",
      "role",
    ]);
    expect(booksNamedIn('import "./board.css"; const unit = "units"; refusal({ code })', bookOf)).toEqual([]);
  });
});
