import type { Day } from "~/domain/calendar";
import type { Derivation } from "~/domain/derivation";
import { fullAddress } from "~/domain/full-address";
import type { Fen } from "~/domain/money";
import type { Instalment, PlanKind } from "~/domain/payment-plan";
import { rmbInWords } from "~/domain/rmb-in-words";
import { legalPapers as words } from "~/i18n/legal-papers";
import { gap, heading, makePdf, paragraph, type Sheet, title } from "~/platform/pdf.server";
import { qrNote, signatures } from "~/platform/pdf-marks.server";
import { form } from "~/platform/pdf-table.server";
import {
  drawAccount,
  drawDerivation,
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

/** What a subscription paper says. */
export type SubscriptionContent = {
  place: PaperPlace;
  /** The supervised account; "" where there is none. */
  account: string;
  homes: PaperHome[];
  parties: Party[];
  ownership: "SOLE" | "JOINT" | "BY_SHARES";
  derivation: Derivation;
  schedule: Instalment[];
  price: Fen;
  earnest: Fen;
  plan: { name: string; kind: PlanKind };
  eligibility: string;
  /** By the office's clock, to the minute. */
  payBy: string | null;
  effectiveOn: Day | null;
  signBy: Day | null;
  signByDays: number;
  hands: { drafted: string; confirmed: string; signed: string };
};

/** 认购书, on A4. */
export function drawSubscription(content: SubscriptionContent, edition: Edition, printed: Printed, address: string) {
  const info = { title: `${words.subscriptionTitle} ${printed.number}`, author: content.place.seller, at: printed.at };
  const running = runningOf(content.place, words.subscriptionTitle, printed, edition);
  return makePdf(info, running, (sheet) => {
    title(sheet, words.subscriptionTitle);
    drawPeople(sheet, content);
    heading(sheet, words.homeHead);
    drawHomes(sheet, content.homes);
    gap(sheet, 12);
    drawPrice(sheet, content);
    drawPlan(sheet, content);
    drawTerms(sheet, content);
    drawEnd(sheet, content, address);
  });
}

function drawPeople(sheet: Sheet, { place, parties, ownership }: SubscriptionContent): void {
  heading(sheet, words.partiesHead);
  form(sheet, [
    [{ label: words.seller, value: place.seller, strong: true }],
    [
      { label: words.licence, value: place.licence },
      { label: words.address, value: fullAddress(place) },
    ],
  ]);
  gap(sheet, 5);
  drawParties(sheet, parties, zh.enumLabel("ownershipForm", ownership));
  gap(sheet, 6);
  paragraph(sheet, words.partiesText);
  gap(sheet, 10);
}

function drawPrice(sheet: Sheet, { derivation, price, homes }: SubscriptionContent): void {
  heading(sheet, words.priceHead, words.priceNote);
  drawDerivation(sheet, derivation);
  gap(sheet, 6);
  const per = unitPricesOf(price, homes);
  form(sheet, [
    [
      {
        label: words.dealPrice,
        value: say(words.priceInWords, { price: zh.money(price), words: rmbInWords(price) }),
        strong: true,
      },
    ],
    ...(homes.length === 1
      ? [
          [
            { label: words.unitPriceGross, value: per.gross },
            { label: words.unitPriceInternal, value: per.internal },
          ],
        ]
      : []),
  ]);
  gap(sheet, 12);
}

function drawPlan(sheet: Sheet, { schedule, plan, account }: SubscriptionContent): void {
  const kind = zh.enumLabel("planKind", plan.kind);
  heading(sheet, words.scheduleHead, say(words.planIs, { plan: plan.name, kind }));
  drawSchedule(sheet, schedule);
  drawAccount(sheet, account);
  gap(sheet, 12);
}

function drawTerms(sheet: Sheet, content: SubscriptionContent): void {
  const { earnest, payBy, effectiveOn, signBy, signByDays, place, eligibility } = content;
  const money = { earnest: zh.money(earnest), words: rmbInWords(earnest) };
  heading(sheet, words.earnestHead);
  const paid = effectiveOn && say(words.earnestTextPaid, { ...money, effectiveOn: longDay(effectiveOn) });
  paragraph(sheet, paid ?? say(words.earnestText, { ...money, payBy: payBy ?? words.dueUndated }));
  paragraph(sheet, words.earnestLaw);
  gap(sheet, 8);
  heading(sheet, words.signHead);
  const where = `${place.project}（${fullAddress(place)}）`;
  const open = say(words.signTextOpen, { days: signByDays, place: where });
  paragraph(sheet, signBy ? say(words.signText, { signBy: longDay(signBy), place: where }) : open);
  gap(sheet, 8);
  heading(sheet, words.otherHead);
  const note = eligibility && `\n5. ${say(words.otherEligibility, { note: eligibility })}`;
  paragraph(sheet, `${words.otherText}${note}`);
  gap(sheet, 14);
}

function drawEnd(sheet: Sheet, { place, parties, hands }: SubscriptionContent, address: string): void {
  signatures(sheet, [
    {
      party: say(words.signatureSeller, { seller: place.seller }),
      lines: [words.sealLine, words.agentLine, words.dayLine],
    },
    {
      party: say(words.signatureBuyers, { buyers: parties.map(({ name }) => name).join("、") }),
      lines: [...parties.map(() => words.signLine), words.dayLine],
    },
  ]);
  gap(sheet, 8);
  const { drafted, confirmed, signed } = hands;
  const or = (name: string) => name || words.notSigned;
  const by = say(words.handlers, { drafted: or(drafted), confirmed: or(confirmed), signed: or(signed) });
  paragraph(sheet, by, { size: 8.5, colour: "#6a747d" });
  gap(sheet, 6);
  qrNote(sheet, address, { title: words.portalTitle, text: words.portalText });
}
