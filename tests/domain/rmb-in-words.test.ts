import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { fen, fenFromYuan } from "~/domain/money";
import { dayInWords, monthDayInWords, rmbInWords } from "~/domain/rmb-in-words";
import { csvRows, sharedData } from "../support/shared-data";

const FILE = sharedData("vectors/rmb-in-words.csv");

describe("amounts in words", () => {
  it.each([
    ["1680.32", "人民币壹仟陆佰捌拾元零叁角贰分"],
    ["107000.53", "人民币壹拾万柒仟元零伍角叁分"],
    ["16409.02", "人民币壹万陆仟肆佰零玖元零贰分"],
    ["325.04", "人民币叁佰贰拾伍元零肆分"],
    ["1409.50", "人民币壹仟肆佰零玖元伍角整"],
    ["6007.14", "人民币陆仟零柒元壹角肆分"],
    ["10", "人民币壹拾元整"],
    ["100000", "人民币壹拾万元整"],
    ["0", "人民币零元整"],
    ["0.05", "人民币伍分"],
    ["0.50", "人民币伍角整"],
    ["1.01", "人民币壹元零壹分"],
    ["-12.30", "人民币负壹拾贰元叁角整"],
    ["1002003", "人民币壹佰万贰仟零叁元整"],
    ["100000000", "人民币壹亿元整"],
    ["100000001", "人民币壹亿零壹元整"],
    ["100010000", "人民币壹亿零壹万元整"],
    ["110000000", "人民币壹亿壹仟万元整"],
    ["123456789.12", "人民币壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖元壹角贰分"],
    ["20000005000", "人民币贰佰亿零伍仟元整"],
    ["1000000000000", "人民币壹万亿元整"],
  ])("%s is %s", (amount, expected) => {
    expect(rmbInWords(fenFromYuan(amount) ?? fen(-1))).toBe(expected);
  });

  it.skipIf(!FILE)("are those of the published examples", () => {
    for (const { amount = "", accepted_forms: forms = "" } of csvRows(FILE ?? "")) {
      const [, monthDay] = /^DATE (\S+)$/.exec(amount) ?? [];
      const given = fenFromYuan(amount);
      const words = monthDay ? monthDayInWords(day(`2026-${monthDay}`)) : given === null ? "" : rmbInWords(given);
      const accepted = forms.split("|");
      expect([...accepted, ...accepted.map((form) => `人民币${form}`)], amount).toContain(words);
    }
  });

  it("tell any two amounts apart, without doubled or trailing zeros", () => {
    const amounts = fc.integer({ min: 1, max: 9_999_999_999_999 }).map(fen);
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const words = rmbInWords(a);
        expect(words).not.toMatch(/零零|零元|零万|零亿|零整|零$/);
        expect(words === rmbInWords(b)).toBe(a === b);
      }),
    );
  });
});

describe("days in words", () => {
  it.each([
    ["2026-01-15", "贰零贰陆年零壹月壹拾伍日"],
    ["2026-10-20", "贰零贰陆年零壹拾月零贰拾日"],
    ["2026-02-09", "贰零贰陆年零贰月零玖日"],
    ["2026-11-30", "贰零贰陆年壹拾壹月零叁拾日"],
    ["2026-12-31", "贰零贰陆年壹拾贰月叁拾壹日"],
    ["2026-03-10", "贰零贰陆年叁月零壹拾日"],
  ])("%s is %s", (on, expected) => {
    expect(dayInWords(day(on))).toBe(expected);
  });
});
