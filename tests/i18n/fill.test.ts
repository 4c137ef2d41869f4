import { describe, expect, it } from "vitest";
import { fill } from "~/i18n/fill";

describe("fill", () => {
  it("puts params in their places", () => {
    expect(fill("{a} 与 {b}", { a: "甲", b: 2 })).toBe("甲 与 2");
  });

  it("chooses the word by the count", () => {
    expect(fill("{n} {n|row|rows}", { n: 1 })).toBe("1 row");
    expect(fill("{n} {n|row|rows}", { n: 0 })).toBe("0 rows");
  });

  it("leaves out a part whose figures are not known", () => {
    expect(fill("已被占用[：{by}，{since}]。")).toBe("已被占用。");
    expect(fill("已被占用[：{by}，{since}]。", { by: "李雷" })).toBe("已被占用。");
    expect(fill("taken[ by {by}].", { by: "Li" })).toBe("taken by Li.");
  });

  it("lets a slip be seen", () => {
    expect(fill("{gone}", {})).toBe("{gone}");
  });

  it("does not read places in what was put in", () => {
    expect(fill("{a} {b}", { a: "{b}", b: "x" })).toBe("{b} x");
    expect(fill("{a}", { a: "[{x}]" })).toBe("[{x}]");
  });
});
