import { describe, expect, it } from "vitest";
import { fold, searchTerms, tokensOf } from "~/features/projects/search-words";

describe("words by which a thing is found", () => {
  it("a name, its parts, its pinyin and its initials", () => {
    const tokens = ["m", "ming", "wangxiaoming", "wxm", "xiaoming", "xm", "小明", "明", "王小明"];
    expect(tokensOf("王小明").sort()).toEqual(tokens);
  });

  it.each([
    ["单雄信", "shanxiongxin"],
    ["仇英", "qiuying"],
    ["曾国藩", "zengguofan"],
    ["吕布", "lvbu"],
    ["欧阳修", "ouyangxiu"],
    ["𠮷田一郎", "jitianyilang"],
    ["㐂多", "xiduo"],
    ["𪚥𪚥", "zhezhe"],
    ["John Smith", "smith"],
    ["O'Brien 王", "obrienwang"],
    ["أحمد علي", "علي"],
    ["😀", "😀"],
    ["2-1-1803", "1-1803"],
    ["2-1-1803", "1803"],
    ["ＡＢＣ１２", "abc12"],
    ["0001", "0001"],
  ])("%s is found by %s", (word, token) => {
    expect(tokensOf(word)).toContain(token);
  });

  it("a character without a known sound stays in the pinyin as itself", () => {
    expect(tokensOf("王𰻝")).toContain("wang𰻝");
  });

  it("keeps tokens short and few, and splits no character", () => {
    const tokens = tokensOf("𠮷".repeat(80));
    expect(tokens.length).toBeLessThan(40);
    expect(tokens.every((token) => [...token].length <= 40 && !/\p{Cs}/u.test(token))).toBe(true);
  });

  it.each(["", "   ", "\u200B"])("nothing is found by nothing (%j)", (word) => {
    expect(tokensOf(word)).toEqual([]);
    expect(searchTerms(word)).toEqual([]);
  });
});

it("reads what is typed word by word, in one form", () => {
  expect(searchTerms("  WANG　ｘｍ ")).toEqual(["wang", "xm"]);
  expect(fold("王 小\u200B明")).toBe("王小明");
});
