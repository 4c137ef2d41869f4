import type { Day } from "~/domain/calendar";
import type { Fen } from "~/domain/money";
import type { Instalment, PlanKind } from "~/domain/payment-plan";
import { rmbInWords } from "~/domain/rmb-in-words";
import type { Settings } from "~/domain/setting";
import { LEGAL } from "~/domain/settings/legal";
import { legalPapers as words } from "~/i18n/legal-papers";
import { gap, heading, makePdf, type Sheet, title } from "~/platform/pdf.server";
import { signatures } from "~/platform/pdf-marks.server";
import { form } from "~/platform/pdf-table.server";
import {
  drawAccount,
  drawHomes,
  drawParties,
  drawSchedule,
  longDay,
  runningOf,
  say,
  unitPricesOf,
  zh,
} from "./draw-parts.server";
import type { Edition, Printed } from "./issue-paper.server";
import type { PaperHome, PaperPlace, Party } from "./paper-facts.server";

type Filed = { number: string; on: Day } | null;

/** What the summary of a contract says. */
export type ContractContent = {
  place: PaperPlace;
  /** The supervised account; "" where there is none. */
  account: string;
  homes: PaperHome[];
  parties: Party[];
  ownership: "SOLE" | "JOINT" | "BY_SHARES";
  number: string;
  signedOn: Day;
  subscription: string;
  filed: Filed;
  recorded: Filed;
  basis: "GROSS" | "INTERNAL" | "SET";
  unitCentifen: number | null;
  price: Fen;
  schedule: Instalment[];
  plan: { name: string; kind: PlanKind };
  hands: { prepared: string; approved: string };
  /** What the law gives both sides, by the settings in force on the day of signature. */
  law: Pick<
    Settings,
    | ("filingDays" | "areaTolerancePpm" | "demandMonths" | "titleDays")
    | ("penaltyLimitPpm" | "fundGuard" | "deedTaxGuard")
  >;
};

/** 合同摘要, on A4. */
export function drawContractSummary(content: ContractContent, edition: Edition, printed: Printed) {
  const info = { title: `${words.contractTitle} ${printed.number}`, author: content.place.seller, at: printed.at };
  const running = runningOf(content.place, words.contractTitle, printed, edition);
  return makePdf(info, running, (sheet) => {
    title(sheet, words.contractTitle, words.contractUnder);
    drawContract(sheet, content);
    heading(sheet, words.contractParties);
    form(sheet, [
      [{ label: words.seller, value: content.place.seller, strong: true }],
      [{ label: words.licence, value: content.place.licence }],
    ]);
    gap(sheet, 5);
    drawParties(sheet, content.parties, zh.enumLabel("ownershipForm", content.ownership));
    gap(sheet, 12);
    heading(sheet, words.contractHome);
    drawHomes(sheet, content.homes);
    gap(sheet, 12);
    drawPrice(sheet, content);
    heading(sheet, words.contractSchedule, say(words.planIs, planWords(content)));
    drawSchedule(sheet, content.schedule);
    drawAccount(sheet, content.account);
    gap(sheet, 12);
    drawLaw(sheet, content.law);
    gap(sheet, 14);
    signatures(sheet, [
      { party: say(words.keeper, content.hands), lines: [words.signLine] },
      { party: words.archive, lines: [words.dayLine] },
    ]);
  });
}

function planWords({ plan }: ContractContent) {
  return { plan: plan.name, kind: zh.enumLabel("planKind", plan.kind) };
}

function drawContract(sheet: Sheet, content: ContractContent): void {
  const { number, signedOn, subscription, filed, recorded } = content;
  const filing = [
    filed && say(words.filed, { number: filed.number, day: filed.on }),
    recorded && say(words.recorded, { number: recorded.number, day: recorded.on }),
  ].filter((part) => part !== null);
  heading(sheet, words.contractHead);
  form(sheet, [
    [
      { label: words.contractNumber, value: number, strong: true },
      { label: words.signedOn, value: longDay(signedOn) },
    ],
    [{ label: words.subscriptionNumber, value: subscription }],
    [{ label: words.filing, value: filing.join("；") || words.notFiled }],
  ]);
  gap(sheet, 12);
}

function drawPrice(sheet: Sheet, { basis, unitCentifen, price, homes }: ContractContent): void {
  const per = unitPricesOf(price, homes);
  heading(sheet, words.contractPrice);
  form(sheet, [
    [
      { label: words.basis, value: zh.enumLabel("areaBasis", basis) },
      { label: words.contractUnitPrice, value: unitCentifen === null ? words.blank : zh.unitPrice(unitCentifen) },
    ],
    [
      {
        label: words.contractTotal,
        value: say(words.priceInWords, { price: zh.money(price), words: rmbInWords(price) }),
        strong: true,
      },
    ],
    [
      { label: words.unitPriceGross, value: per.gross || words.blank },
      { label: words.unitPriceInternal, value: per.internal || words.blank },
    ],
  ]);
  gap(sheet, 12);
}

function drawLaw(sheet: Sheet, settings: ContractContent["law"]): void {
  const { areaTolerancePpm, titleDays, demandMonths, filingDays, penaltyLimitPpm, fundGuard, deedTaxGuard } = settings;
  const law = (key: keyof typeof LEGAL) => LEGAL[key].source;
  heading(sheet, words.contractLaw);
  form(sheet, [
    [{ label: words.lawFiling, value: say(words.lawFilingText, { days: filingDays, law: law("filingDays") }) }],
    [
      {
        label: words.lawArea,
        value: say(words.lawAreaText, { share: zh.percent(areaTolerancePpm), law: law("areaTolerancePpm") }),
      },
    ],
    [{ label: words.lawDemand, value: say(words.lawDemandText, { months: demandMonths, law: law("demandMonths") }) }],
    [
      {
        label: words.lawPenalty,
        value: say(words.lawPenaltyText, { share: zh.percent(penaltyLimitPpm), law: law("penaltyLimitPpm") }),
      },
    ],
    [
      {
        label: words.lawFund,
        value: say(fundGuard === "FORBID" ? words.lawFundForbid : words.lawFundWarn, { law: law("fundGuard") }),
      },
    ],
    [
      {
        label: words.lawTax,
        value: say(deedTaxGuard === "FORBID" ? words.lawTaxForbid : words.lawTaxWarn, { law: law("deedTaxGuard") }),
      },
    ],
    [{ label: words.lawTitle, value: say(words.lawTitleText, { days: titleDays, law: law("titleDays") }) }],
  ]);
}
