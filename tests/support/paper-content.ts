import { centiares } from "~/domain/area";
import { day } from "~/domain/calendar";
import { fen, yuan } from "~/domain/money";
import { purchaseCosts } from "~/domain/purchase-costs";
import { settingsOn } from "~/domain/setting";
import type { QuotationContent } from "~/features/deals/papers/draw-quotation.server";
import type { ReceiptContent } from "~/features/deals/papers/draw-receipt.server";
import type { SubscriptionContent } from "~/features/deals/papers/draw-subscription.server";

/** A subscription as the office writes it every day. */
export function givenSubscriptionContent(over: Partial<SubscriptionContent> = {}): SubscriptionContent {
  return {
    place: {
      project: "云栖澜庭",
      city: "杭州",
      address: "西湖区转塘街道云栖路 188 号",
      seller: "杭州云栖澜庭置业有限公司",
      licence: "91330106MA2KXXXX7Q",
    },
    account: "中国银行 预售资金监管户 3310062800001",
    homes: [
      {
        label: "2-1-1803",
        building: "2栋",
        layout: "B1 三室两厅两卫",
        orientation: "南",
        use: "RESIDENCE",
        gross: 8_950,
        internal: 7_012,
        forecast: true,
        permit: "杭售许字（2026）第 000128 号",
        fittingOut: "精装修（标准 3 000 元/㎡）",
        handover: day("2028-06-30"),
        legalAddress: "",
      },
    ],
    parties: [
      {
        name: "王小明",
        idKind: "ID_CARD",
        idNumber: "330***********1234",
        phone: "138****0001",
        address: "",
        sharePpm: null,
      },
    ],
    ownership: "SOLE",
    derivation: {
      order: "SUBTRACT_THEN_MULTIPLY",
      steps: [
        {
          kind: "LIST",
          lineId: null,
          name: null,
          figures: { area: 8_950 },
          change: yuan(3_800_000),
          running: yuan(3_800_000),
        },
        {
          kind: "TOTAL_OFF",
          lineId: null,
          name: "按时签约优惠",
          figures: { amount: 1_000_000 },
          change: yuan(-10_000),
          running: yuan(3_790_000),
        },
        {
          kind: "UNIT_OFF",
          lineId: null,
          name: "开盘每平方米立减",
          figures: { perSquareMetre: 500_000, area: 8_950 },
          change: yuan(-4_475),
          running: yuan(3_785_525),
        },
        {
          kind: "MULTIPLY",
          lineId: null,
          name: "开盘 98 折",
          figures: { factor: 980_000 },
          change: fen(-7_571_050),
          running: fen(370_981_450),
        },
        {
          kind: "POINTS",
          lineId: null,
          name: "一次性付款 1 个点",
          figures: { points: 10_000 },
          change: fen(-3_709_815),
          running: fen(367_271_635),
        },
        {
          kind: "ROUNDING",
          lineId: null,
          name: null,
          figures: { step: 100 },
          change: fen(-35),
          running: fen(367_271_600),
        },
      ],
      final: fen(367_271_600),
    },
    schedule: [
      {
        lineId: null,
        item: null,
        due: { event: "RESERVATION", days: 0 },
        dueOn: day("2026-03-02"),
        amount: yuan(50_000),
        loan: false,
      },
      {
        lineId: "a",
        item: "首付款",
        due: { event: "CONTRACT", days: 0 },
        dueOn: null,
        amount: fen(106_271_600),
        loan: false,
      },
      {
        lineId: "b",
        item: "商业按揭贷款",
        due: { event: "LOAN_APPROVAL", days: 30 },
        dueOn: null,
        amount: yuan(2_560_000),
        loan: true,
      },
    ],
    price: fen(367_271_600),
    earnest: yuan(50_000),
    plan: { name: "按揭三成首付", kind: "MORTGAGE" },
    eligibility: "本市户籍，名下无房",
    payBy: "2026-03-03 10:00",
    effectiveOn: null,
    signBy: null,
    signByDays: 7,
    hands: { drafted: "林晓", confirmed: "周航", signed: "陈静" },
    ...over,
  };
}

/** A quotation of the same home to somebody who borrows. */
export function givenQuotationContent(over: Partial<QuotationContent> = {}): QuotationContent {
  const { place, homes, derivation, plan, schedule } = givenSubscriptionContent();
  return {
    locale: "zh-CN",
    place,
    homes,
    forName: "王小明",
    consultant: "林晓",
    quotedOn: day("2026-03-02"),
    derivation,
    plan,
    schedule,
    loans: [{ kind: "commercial", principal: yuan(2_560_000), ratePpm: 35_000, years: 30 }],
    costs: purchaseCosts(
      { price: derivation.final, gross: centiares(8_950), use: "RESIDENCE", homeOrder: "FIRST" },
      settingsOn([], day("2026-03-02")),
    ),
    ...over,
  };
}

/** A receipt of money by bank. */
export function givenReceiptContent(over: Partial<ReceiptContent> = {}): ReceiptContent {
  return {
    place: givenSubscriptionContent().place,
    number: "SJ2026-000018",
    payer: "王小明",
    payerNote: "",
    buyers: "王小明",
    homes: "2-1-1803",
    purse: "HOUSE",
    item: "定金、首付款",
    amount: fen(111_271_605),
    method: "TRANSFER",
    bankReference: "2026030288471200391",
    account: "中国银行 预售资金监管户 3310062800001",
    receivedOn: day("2026-03-02"),
    cashier: "吴敏",
    reversedAt: null,
    ...over,
  };
}
