import { describe, expect, it } from "vitest";
import { REFUSAL_CODES } from "~/domain/refusal";
import { textsFor } from "~/i18n/catalogue.server";
import { en } from "~/i18n/en";
import { LOCALES } from "~/i18n/locale";
import { zhCN } from "~/i18n/zh-CN";

/** `area.key` with both texts. */
const pairs = Object.entries(zhCN).flatMap(([area, words]) => {
  const english: Readonly<Record<string, string>> = en[area as keyof typeof en];
  return Object.entries(words).map(([key, chinese]) => [`${area}.${key}`, chinese, english[key] ?? ""] as const);
});

const paramsIn = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

describe("the catalogue", () => {
  it("names the same figures in both languages", () => {
    const [left, right] = [1, 2].map((at) => pairs.map((pair) => [pair[0], paramsIn(pair[at] ?? "")]));
    expect(right).toEqual(left);
  });

  it("is Chinese in Chinese and English in English", () => {
    expect(pairs.filter(([, , english]) => english.trim() === "" || /\p{Script=Han}/u.test(english))).toEqual([]);
    // Figures alone, with their units and signs, are the same in every language.
    const words = (text: string) => text.replace(/\{[^}]*\}|MB|[^\p{Letter}]/gu, "");
    expect(pairs.filter(([, chinese]) => words(chinese) !== "" && !/\p{Script=Han}/u.test(chinese))).toEqual([]);
  });

  it("sets Chinese with full-width punctuation", () => {
    expect(pairs.filter(([, chinese]) => /\p{Script=Han}[,;:!?]|[,;:]\p{Script=Han}/u.test(chinese))).toEqual([]);
  });

  it.each(LOCALES)("says each refusal in %s where its figures are not known too: they stand in [ ]", (locale) => {
    const { refusal } = textsFor(locale);
    for (const code of REFUSAL_CODES) expect(refusal({ code })).toMatch(/^[^{}[\]]{3,}[.。]$/);
  });
});

describe("texts", () => {
  const [chinese, english] = [textsFor("zh-CN"), textsFor("en")];
  const since = new Date("2026-03-02T16:05:09Z");

  it("writes instants by the office's clock", () => {
    expect(chinese.moment(since)).toBe("2026-03-03 00:05");
    expect(chinese.momentToTheSecond(since)).toBe("2026-03-03 00:05:09");
    expect(english.moment(since)).toBe("3 Mar 2026, 00:05");
    expect(chinese.day("2026-03-02")).toBe("2026-03-02");
    expect(english.day("2026-03-02")).toBe("2 Mar 2026");
  });

  it("says who took a unit and when", () => {
    const refusal = { code: "unit_taken", params: { by: "李雷", since } } as const;
    expect(chinese.refusal(refusal)).toBe("该房源已被占用：李雷，2026-03-03 00:05。");
    expect(english.refusal(refusal)).toBe("This unit is taken by 李雷 since 3 Mar 2026, 00:05.");
  });

  it("writes a refusal's figures in their units", () => {
    expect(chinese.refusal({ code: "exceeds_receivable", params: { open: 1_050 } })).toContain("¥10.50");
    expect(chinese.refusal({ code: "discount_above_authority", params: { authority: 20_000 } })).toContain("2%");
  });

  it("reads a form error with its params, and never shows an unknown one", () => {
    expect(chinese.formError(["form.too_long?max=80"])).toBe("最多 80 个字符");
    expect(chinese.formError(["Invalid input"])).toBe("填写有误，请核对");
    expect(chinese.formError(undefined)).toBeUndefined();
  });
});
