import { centiares } from "~/domain/area";
import { dayIn } from "~/domain/calendar";
import type { Derivation } from "~/domain/derivation";
import { fullAddress } from "~/domain/full-address";
import { type Fen, sumFen } from "~/domain/money";
import type { Instalment } from "~/domain/payment-plan";
import { unitPriceOf } from "~/domain/unit-price";
import { textsFor } from "~/i18n/catalogue.server";
import { decimal } from "~/i18n/figures";
import { fill, type TextParams } from "~/i18n/fill";
import { idKindOnPaper, legalPapers } from "~/i18n/legal-papers";
import { TIME_ZONE } from "~/i18n/locale";
import { gap, type Running, type Sheet } from "~/platform/pdf.server";
import { form, type PdfPair, table } from "~/platform/pdf-table.server";
import type { Edition, Printed } from "./issue-paper.server";
import type { PaperHome, PaperPlace, Party } from "./paper-facts.server";

export const zh = textsFor("zh-CN");

/** A sentence of a paper with its figures put in. */
export function say(text: string, params: TextParams = {}): string {
  return fill(text, params);
}

/** Yuan without a sign, for columns whose head names the unit. */
export function yuanText(amount: Fen): string {
  return decimal(amount, 2);
}

/** "2026年03月02日" */
export function longDay(on: string): string {
  return `${on.slice(0, 4)}年${on.slice(5, 7)}月${on.slice(8, 10)}日`;
}

/** What is not known yet is a dash, so that nobody fills it in by hand. */
export function orBlank(text: string): string {
  return text.trim() === "" ? legalPapers.blank : text;
}

/** The edges of a paper in Chinese. */
export function runningOf(place: PaperPlace, title: string, printed: Printed, edition: Edition): Running {
  const words = edition === "MASKED" ? legalPapers.editionMasked : legalPapers.edition;
  return {
    issuer: place.seller,
    place: say(legalPapers.place, { project: place.project, address: fullAddress(place) }),
    number: say(legalPapers.number, { number: printed.number }),
    edition: say(words, { version: printed.version, day: dayIn(TIME_ZONE, printed.at) }),
    footer: `${place.project} · ${title}`,
    pageOf: (page, pages) => say(legalPapers.pageOf, { page, pages }),
  };
}

export function drawHomes(sheet: Sheet, homes: readonly PaperHome[]): void {
  const words = legalPapers;
  for (const home of homes) {
    form(sheet, [
      [
        { label: words.unit, value: home.label, strong: true },
        { label: words.building, value: home.building },
      ],
      [
        { label: words.layout, value: orBlank(home.layout) },
        { label: words.use, value: zh.enumLabel("unitUse", home.use) },
      ],
      areasOf(home),
      [
        { label: words.permit, value: orBlank(home.permit) },
        { label: words.handover, value: home.handover ? longDay(home.handover) : words.blank },
      ],
      ...(home.fittingOut ? [[{ label: words.fittingOut, value: home.fittingOut }]] : []),
      ...(home.legalAddress ? [[{ label: words.legalAddress, value: home.legalAddress }]] : []),
    ]);
  }
}

/** Gross and internal area, and what of the gross is shared; what is not surveyed yet is called a forecast. */
function areasOf({ gross, internal, forecast }: PaperHome): PdfPair[] {
  const words = legalPapers;
  const marks = [
    forecast ? words.forecast : "",
    internal > 0 ? say(words.shared, { area: zh.area(gross - internal) }) : "",
  ];
  const mark = (parts: readonly string[]) =>
    parts
      .filter(Boolean)
      .join("，")
      .replace(/^(.+)$/, "（$1）");
  return [
    { label: words.gross, value: zh.area(gross) + mark(marks) },
    { label: words.internal, value: internal > 0 ? zh.area(internal) + mark(marks.slice(0, 1)) : words.blank },
  ];
}

/** Where the buyer pays to; nothing where no account is supervised. */
export function drawAccount(sheet: Sheet, account: string): void {
  if (account === "") return;
  gap(sheet, 6);
  form(sheet, [[{ label: legalPapers.supervised, value: say(legalPapers.supervisedIs, { account }), strong: true }]]);
}

export function drawParties(sheet: Sheet, parties: readonly Party[], ownership: string): void {
  const words = legalPapers;
  for (const [at, party] of parties.entries()) {
    const share = party.sharePpm === null ? [] : [{ label: words.share, value: zh.percent(party.sharePpm) }];
    const kind = party.idKind ? (idKindOnPaper[party.idKind] ?? party.idKind) : "";
    const rows: PdfPair[][] = [
      [{ label: say(words.party, { n: at + 1 }), value: party.name, strong: true }, ...share],
      [
        { label: words.idKind, value: orBlank(kind) },
        { label: words.idNumber, value: orBlank(party.idNumber) },
      ],
      [
        { label: words.phone, value: orBlank(party.phone) },
        { label: words.ownership, value: ownership },
      ],
      ...(party.address ? [[{ label: words.address, value: party.address }]] : []),
    ];
    form(sheet, rows);
  }
}

/** Each step to the price with its figures, as the buyer saw it. */
export function drawDerivation(
  sheet: Sheet,
  derivation: Derivation,
  texts = zh,
  heads: readonly [string, string, string, string] = [
    legalPapers.step,
    legalPapers.how,
    legalPapers.change,
    legalPapers.running,
  ],
): void {
  const [step, how, change, running] = heads;
  table(sheet, {
    columns: [
      { title: step, share: 30 },
      { title: how, share: 32 },
      { title: change, share: 19, align: "right" },
      { title: running, share: 19, align: "right" },
    ],
    rows: derivation.steps.map(({ kind, name, figures, change: by, running: after }) => [
      name ?? texts.enumLabel("derivationStep", kind),
      texts.t(`derivationNote.${kind}`, withUnitPrice(texts, figures)),
      kind === "LIST" ? "" : yuanText(by),
      yuanText(after),
    ]),
  });
}

/** Unit prices are written here: the catalogue's formats know none. */
function withUnitPrice(texts: typeof zh, figures: Readonly<Record<string, number>>): TextParams {
  const { perSquareMetre } = figures;
  return perSquareMetre === undefined ? figures : { ...figures, perSquareMetre: texts.unitPrice(perSquareMetre) };
}

export function drawSchedule(sheet: Sheet, schedule: readonly Instalment[]): void {
  const words = legalPapers;
  table(sheet, {
    columns: [
      { title: words.position, share: 7 },
      { title: words.item, share: 33 },
      { title: words.due, share: 24 },
      { title: words.dueOn, share: 17 },
      { title: words.amount, share: 19, align: "right" },
    ],
    rows: schedule.map(({ item, due, dueOn, amount, loan }, at) => [
      String(at + 1),
      loan ? say(words.byLoan, { item: item ?? "" }) : (item ?? zh.t("common.earnest")),
      dueWords(due, zh),
      dueOn ?? words.dueUndated,
      yuanText(amount),
    ]),
    total: ["", words.total, "", "", yuanText(sumFen(schedule.map(({ amount }) => amount)))],
  });
}

/** "签约后 30 天", "认购时". */
export function dueWords(due: Instalment["due"], { t, enumLabel }: typeof zh): string {
  if (due.event === "FIXED_DATE") return enumLabel("dueEvent", "FIXED_DATE");
  const event = enumLabel("dueEvent", due.event);
  return due.days > 0 ? t("common.dueAfter", { event, days: due.days }) : t("common.dueWith", { event });
}

/** Unit prices on both areas, as far as they are known. */
export function unitPricesOf(price: Fen, [home]: readonly PaperHome[]): { gross: string; internal: string } {
  const per = (area: number) => (area > 0 ? zh.unitPrice(unitPriceOf(price, centiares(area), "HALF_UP")) : "");
  return { gross: per(home?.gross ?? 0), internal: per(home?.internal ?? 0) };
}
