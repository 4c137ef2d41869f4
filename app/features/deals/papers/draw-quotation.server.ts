import type { Day } from "~/domain/calendar";
import type { Derivation } from "~/domain/derivation";
import { fullAddress } from "~/domain/full-address";
import { fen, sumFen } from "~/domain/money";
import type { Instalment, PlanKind } from "~/domain/payment-plan";
import type { PurchaseCosts } from "~/domain/purchase-costs";
import { rmbInWords } from "~/domain/rmb-in-words";
import { textsFor } from "~/i18n/catalogue.server";
import { legalPapers } from "~/i18n/legal-papers";
import type { Locale } from "~/i18n/locale";
import type { Texts } from "~/i18n/texts";
import {
  COLOURS,
  gap,
  heading,
  makePdf,
  makeRoom,
  newPage,
  PAGE,
  paragraph,
  rule,
  type Sheet,
  title,
  WIDTH,
} from "~/platform/pdf.server";
import { qrNote } from "~/platform/pdf-marks.server";
import { form, table } from "~/platform/pdf-table.server";
import { drawText } from "~/platform/pdf-text.server";
import { costsHeight, drawCosts, ownWithCosts } from "./draw-costs.server";
import { drawLoans, type QuotedLoan } from "./draw-loans.server";
import { drawDerivation, dueWords, orBlank, say, unitPricesOf, yuanText } from "./draw-parts.server";
import type { Printed } from "./issue-paper.server";
import type { PaperHome, PaperPlace } from "./paper-facts.server";

/** What a quotation says. */
export type QuotationContent = {
  locale: Locale;
  place: PaperPlace;
  homes: PaperHome[];
  /** Empty where it is for nobody in particular. */
  forName: string;
  consultant: string;
  quotedOn: Day;
  derivation: Derivation;
  plan: { name: string; kind: PlanKind } | null;
  schedule: Instalment[];
  loans: QuotedLoan[];
  /** Taxes and fees besides the price. */
  costs: PurchaseCosts | null;
};

/**
 * 置业计划书: the home, its price, taxes and fees on the first page, plan and loan on the second. Taxes and fees go
 * there too where the steps to the price leave them no room.
 */
export function drawQuotation(content: QuotationContent, printed: Printed, address: string): Promise<Buffer> {
  const texts = textsFor(content.locale);
  const { t, enumLabel, day } = texts;
  const { place, costs } = content;
  const name = enumLabel("documentKind", "QUOTATION");
  const running = {
    issuer: place.seller,
    place: say(legalPapers.place, { project: place.project, address: fullAddress(place) }),
    number: t("papers.number", { number: printed.number }),
    edition: t("papers.edition", { version: printed.version, day: day(content.quotedOn) }),
    footer: `${place.project} · ${name}`,
    pageOf: (page: number, pages: number) => t("papers.pageOf", { page, pages }),
  };
  const info = { title: `${name} ${printed.number}`, author: place.seller, at: printed.at };
  return makePdf(info, running, (sheet) => {
    const by = t("papers.quotedBy", { consultant: content.consultant, day: day(content.quotedOn) });
    const dear = content.forName ? t("papers.forWhom", { name: content.forName }) : t("papers.forVisitor");
    title(sheet, name, `${dear}\n${by}`);
    drawHome(sheet, content, texts);
    drawPrice(sheet, content, texts);
    const costsFirst = costs !== null && sheet.y + costsHeight(costs) <= PAGE.bottom;
    if (costsFirst) drawCosts(sheet, costs, texts);
    newPage(sheet);
    if (content.plan) drawPlan(sheet, content, texts);
    drawLoans(sheet, content.loans, texts);
    if (costs && !costsFirst) drawCosts(sheet, costs, texts);
    heading(sheet, t("papers.notesHead"));
    paragraph(sheet, t("papers.notes"), { size: 9, colour: COLOURS.soft });
    gap(sheet, 14);
    qrNote(sheet, address, { title: t("papers.portalTitle"), text: t("papers.portalText") });
  });
}

function drawHome(sheet: Sheet, { homes }: QuotationContent, { t, enumLabel, area, day }: Texts): void {
  heading(sheet, t("papers.homeHead"));
  for (const home of homes) {
    const pair = (label: Parameters<Texts["t"]>[0], value: string, strong = false) => ({
      label: t(label),
      value: orBlank(value),
      strong,
    });
    form(sheet, [
      [pair("papers.unit", home.label, true), pair("papers.building", home.building)],
      [pair("papers.layout", home.layout), pair("papers.orientation", home.orientation)],
      [pair("papers.gross", area(home.gross)), pair("papers.internal", area(home.internal))],
      [
        pair("papers.use", enumLabel("unitUse", home.use)),
        pair("papers.handover", home.handover ? day(home.handover) : ""),
      ],
      [pair("papers.permit", home.permit)],
      ...(home.fittingOut ? [[pair("papers.fittingOut", home.fittingOut)]] : []),
    ]);
  }
  gap(sheet, 14);
}

function drawPrice(sheet: Sheet, { derivation, homes, locale }: QuotationContent, texts: Texts): void {
  const { t, money } = texts;
  heading(sheet, t("papers.priceHead"), t("papers.priceNote"));
  drawDerivation(sheet, derivation, texts, [
    t("papers.step"),
    t("papers.how"),
    t("papers.change"),
    t("papers.running"),
  ]);
  gap(sheet, 12);
  const { final } = derivation;
  const saved = fen((derivation.steps[0]?.running ?? final) - final);
  const per = unitPricesOf(final, homes);
  makeRoom(sheet, 78);
  const { doc, y } = sheet;
  doc.rect(PAGE.left, y, WIDTH, 76).fill(COLOURS.tint);
  rule(doc, y, 1.4, COLOURS.accent);
  const at = (x: number, top: number, width: number) => ({ x: PAGE.left + x, y: y + top, width });
  drawText(doc, t("papers.dealPrice"), at(14, 8, 200), { size: 9.5, colour: COLOURS.soft });
  drawText(doc, money(final), at(14, 20, 300), { size: 24, weight: "bold", colour: COLOURS.accent, leading: 1.4 });
  const words = locale === "zh-CN" ? rmbInWords(final) : "";
  drawText(doc, words, at(14, 55, 330), { size: 8.5, colour: COLOURS.soft });
  const beside: [string, string][] = [
    [t("papers.saved"), money(saved)],
    [t("papers.perGross"), per.gross],
    [t("papers.perInternal"), per.internal],
  ];
  for (const [row, [label, value]] of beside.entries()) {
    drawText(doc, label, at(WIDTH - 190, 11 + row * 19, 80), { size: 9, colour: COLOURS.soft });
    drawText(doc, orBlank(value), at(WIDTH - 120, 11 + row * 19, 106), { size: 9.5, weight: "medium", align: "right" });
  }
  sheet.y = y + 90;
}

function drawPlan(sheet: Sheet, { plan, schedule, costs }: QuotationContent, texts: Texts): void {
  const { t, enumLabel, day } = texts;
  const of = (loan: boolean) => sumFen(schedule.filter((line) => line.loan === loan).map(({ amount }) => amount));
  const kind = plan && enumLabel("planKind", plan.kind);
  heading(sheet, t("papers.planHead"), plan && kind ? `${plan.name} · ${kind}` : "");
  table(sheet, {
    columns: [
      { title: t("papers.position"), share: 8 },
      { title: t("papers.item"), share: 38 },
      { title: t("papers.due"), share: 34 },
      { title: t("papers.amount"), share: 20, align: "right" },
    ],
    rows: schedule.map(({ item, due, dueOn, amount, loan }, row) => [
      String(row + 1),
      loan ? t("papers.loanItem", { item: item ?? "" }) : (item ?? t("common.earnest")),
      due.event === "FIXED_DATE" && dueOn ? day(dueOn) : dueWords(due, texts),
      yuanText(amount),
    ]),
    total: ["", t("papers.total"), "", yuanText(sumFen([of(false), of(true)]))],
  });
  gap(sheet, 6);
  form(sheet, [
    [
      { label: t("papers.ownMoney"), value: texts.money(of(false)), strong: true },
      { label: t("papers.loanMoney"), value: texts.money(of(true)), strong: true },
    ],
    ...(costs ? [[ownWithCosts(costs, of(false), texts)]] : []),
  ]);
  gap(sheet, 14);
}
