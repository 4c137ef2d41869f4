import { expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { fen, yuan } from "~/domain/money";
import { drawQuotation } from "~/features/deals/papers/draw-quotation.server";
import { drawReceipt } from "~/features/deals/papers/draw-receipt.server";
import { drawSubscription } from "~/features/deals/papers/draw-subscription.server";
import { givenQuotationContent, givenReceiptContent, givenSubscriptionContent } from "../../support/paper-content";
import { pagesOfPdf, textOfPdf } from "../../support/pdf-text";

const PRINTED = { number: "RG202603-000123", version: 1, at: new Date("2026-03-02T02:00:00Z") };
const PORTAL = "https://sales.example.com/portal";

it("states a subscription with its price in words and every step to it", async () => {
  const pdf = await drawSubscription(givenSubscriptionContent(), "MASKED", PRINTED, PORTAL);
  expect(pagesOfPdf(pdf)).toHaveLength(2);
  const text = textOfPdf(pdf);
  for (const said of [
    "编号RG202603-000123",
    "证件信息已遮蔽",
    "3,672,716.00",
    "人民币叁佰陆拾柒万贰仟柒佰壹拾陆元整",
    "每平方米减¥50.00/㎡",
    "人民币伍万元整",
    "第2页/共2页",
    "89.50㎡（预测，其中分摊19.38㎡）",
    "70.12㎡（预测）",
    "中国银行预售资金监管户3310062800001",
  ])
    expect(text).toContain(said);
});

it("names no supervised account where there is none, and no forecast of what was surveyed", async () => {
  const { homes } = givenSubscriptionContent();
  const surveyed = homes.map((home) => ({ ...home, forecast: false }));
  const content = givenSubscriptionContent({ account: "", homes: surveyed });
  const text = textOfPdf(await drawSubscription(content, "MASKED", PRINTED, PORTAL));
  expect(text).toContain("89.50㎡（其中分摊19.38㎡）");
  expect(text).not.toMatch(/预测|监管账户/);
});

it("holds many buyers with long and rare names and 36 instalments, none lost", async () => {
  const [first] = givenSubscriptionContent().parties;
  if (!first) throw new Error("nobody buys");
  const names = [
    `${"阿不都热合曼·买买提吐尔逊".repeat(6)}𠮷`,
    "李龘",
    "Wolfeschlegelsteinhausenbergerdorff".repeat(2),
    "陈😀",
  ];
  const content = givenSubscriptionContent({
    parties: names.map((name) => ({ ...first, name, sharePpm: 250_000 })),
    ownership: "BY_SHARES",
    schedule: Array.from({ length: 36 }, (_, at) => ({
      lineId: String(at),
      item: `第 ${at + 1} 期购房款`,
      due: { event: "FIXED_DATE", on: day("2026-03-31") },
      dueOn: day("2026-03-31"),
      amount: fen(10_202_000 + at),
      loan: false,
    })),
  });
  const pdf = await drawSubscription(content, "FULL", PRINTED, PORTAL);
  expect(pagesOfPdf(pdf)).toHaveLength(4);
  const text = textOfPdf(pdf);
  for (const name of [names[0], names[1], names[2], "陈□"]) expect(text).toContain(name);
  for (let at = 1; at <= 36; at++) expect(text).toContain(`第${at}期购房款`);
});

it("quotes on two pages, with the monthly payment by formula and the interest in all", async () => {
  const pdf = await drawQuotation(givenQuotationContent(), PRINTED, PORTAL);
  const [price, plan, ...more] = pagesOfPdf(pdf);
  expect(more).toEqual([]);
  expect(price).toContain("¥3,672,716.00");
  // 2 560 000 at 3.5 % over 30 years.
  expect(plan).toContain("11,495.54");
  expect(plan).toContain("1,578,395.84");
});

it("quotes taxes and fees with how each comes about, and the buyer's own money with them", async () => {
  const text = textOfPdf(await drawQuotation(givenQuotationContent(), PRINTED, PORTAL));
  for (const said of [
    "购房税费估算",
    // 3 672 716.00 ÷ 1.09, and 1 % of that.
    "不含增值税价¥3,369,464.22=¥3,672,716.00÷(1+9%)",
    "¥3,369,464.22×1%（首套，不超过140.00㎡）33,694.64",
    "89.50㎡×¥100.00/㎡8,950.00",
    "每件¥80.0080.00",
    "税费合计42,724.64",
    "¥1,155,440.64=自付房款¥1,112,716.00+税费¥42,724.64",
    "契税以税务机关核定为准",
  ])
    expect(text).toContain(said);
});

it("quotes on two pages, whether discounts or instalments and loans are many", async () => {
  const { derivation, schedule, loans } = givenQuotationContent();
  const many = <T>([first]: readonly T[], count: number) => Array.from({ length: count }, () => first as T);
  const manySteps = { ...derivation, steps: many(derivation.steps, 10) };
  const manyLoans = { schedule: many(schedule, 6), loans: many(loans, 2) };
  const pageOfCosts = async (over: Parameters<typeof givenQuotationContent>[0]) => {
    const pages = pagesOfPdf(await drawQuotation(givenQuotationContent(over), PRINTED, PORTAL));
    expect(pages).toHaveLength(2);
    return pages.findIndex((page) => page.includes("税费合计"));
  };
  expect(await pageOfCosts(manyLoans)).toBe(0);
  expect(await pageOfCosts({ derivation: manySteps })).toBe(1);
});

it("speaks English to a reader of English", async () => {
  const text = textOfPdf(await drawQuotation(givenQuotationContent({ locale: "en" }), PRINTED, PORTAL));
  expect(text).toContain("Monthlyloanpayments");
  expect(text).toContain("firsthome,upto140.00㎡");
  expect(text).not.toContain("置业计划书");
});

it("gives a receipt in two copies, in figures and in words", async () => {
  const text = textOfPdf(await drawReceipt(givenReceiptContent(), "ZH", PRINTED));
  expect(text.match(/编号SJ2026-000018/g)).toHaveLength(2);
  expect(text.match(/人民币壹佰壹拾壹万贰仟柒佰壹拾陆元零伍分/g)).toHaveLength(2);
  expect(text.match(/¥1,112,716\.05/g)).toHaveLength(2);
  expect(text).not.toContain("已红冲");
});

it("says across a receipt's face that it was reversed", async () => {
  const reversed = givenReceiptContent({ reversedAt: "2026-03-05 14:05", amount: yuan(1) });
  expect(textOfPdf(await drawReceipt(reversed, "ZH", PRINTED))).toContain("本收据已于2026-03-0514:05红冲作废");
});
