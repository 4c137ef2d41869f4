import { type Day, dayIn } from "~/domain/calendar";
import type { Fen } from "~/domain/money";
import type { PaymentMethod } from "~/domain/payment";
import type { Purse } from "~/domain/receivable";
import { rmbInWords } from "~/domain/rmb-in-words";
import { legalPapers as words } from "~/i18n/legal-papers";
import { TIME_ZONE } from "~/i18n/locale";
import { COLOURS, gap, makePdf, newPage, PAGE, type Sheet, WIDTH } from "~/platform/pdf.server";
import { sealPlace } from "~/platform/pdf-marks.server";
import { form } from "~/platform/pdf-table.server";
import { drawText } from "~/platform/pdf-text.server";
import { longDay, orBlank, runningOf, say, zh } from "./draw-parts.server";
import type { Edition, Printed } from "./issue-paper.server";
import type { PaperPlace } from "./paper-facts.server";

/** What a receipt says. */
export type ReceiptContent = {
  place: PaperPlace;
  number: string;
  payer: string;
  payerNote: string;
  buyers: string;
  homes: string;
  purse: Purse;
  item: string;
  amount: Fen;
  method: PaymentMethod;
  bankReference: string;
  account: string;
  receivedOn: Day;
  cashier: string;
  /** By the office's clock, where it was reversed. */
  reversedAt: string | null;
};

// The upper half is the buyer's, the lower one stays with the office.
const SECOND_COPY = 446;

/** 收据: both copies on one A4, where they fit. */
export function drawReceipt(content: ReceiptContent, edition: Edition, printed: Printed) {
  const info = { title: `${words.receiptTitle} ${printed.number}`, author: content.place.seller, at: printed.at };
  const running = runningOf(content.place, words.receiptTitle, printed, edition);
  return makePdf(info, running, (sheet) => {
    const [first, second] = words.receiptCopies;
    sheet.y = PAGE.top - 8;
    drawCopy(sheet, content, first);
    if (sheet.y > SECOND_COPY - 14) newPage(sheet);
    else {
      cutLine(sheet, SECOND_COPY - 8);
      sheet.y = SECOND_COPY;
    }
    drawCopy(sheet, content, second);
  });
}

function drawCopy(sheet: Sheet, content: ReceiptContent, copy: string): void {
  const { doc } = sheet;
  const top = sheet.y;
  const line = { x: PAGE.left, width: WIDTH };
  const look = { size: 18, weight: "bold", align: "center", spacing: 5, leading: 1.45 } as const;
  drawText(doc, copy, { ...line, y: top + 6 }, { size: 8.5, colour: COLOURS.faint });
  const number = say(words.number, { number: content.number });
  drawText(doc, number, { ...line, y: top + 5 }, { size: 10, weight: "bold", align: "right", colour: COLOURS.seal });
  sheet.y = drawText(doc, words.receiptTitle, { ...line, y: top }, look) + 8;
  form(sheet, rowsOf(content));
  gap(sheet, 6);
  const foot = sheet.y;
  drawText(doc, words.receiptNote, { ...line, y: foot, width: WIDTH - 120 }, { size: 8, colour: COLOURS.faint });
  const hands = [say(words.cashier, { name: content.cashier }), words.checkedBy, words.payerSigns];
  for (const [at, text] of hands.entries()) {
    drawText(doc, text, { x: PAGE.left + at * 122, y: foot + 34, width: 118 }, { size: 9 });
  }
  sealPlace(doc, words.sealHere, { x: PAGE.right - 52, y: foot + 16 });
  sheet.y = foot + 62;
  if (content.reversedAt) cancelled(sheet, top, content.reversedAt);
}

function rowsOf(content: ReceiptContent) {
  const pair = (label: string, value: string, strong = false) => ({ label, value: orBlank(value), strong });
  return [
    [pair(words.payer, content.payer, true), pair(words.receivedOn, longDay(content.receivedOn))],
    [pair(words.forUnit, content.homes), pair(words.buyer, content.buyers)],
    [pair(words.receiptItem, `${zh.enumLabel("purse", content.purse)} · ${content.item}`)],
    [
      pair(words.inWords, rmbInWords(content.amount), true),
      pair(words.amountInFigures, zh.money(content.amount), true),
    ],
    [pair(words.method, zh.enumLabel("paymentMethod", content.method)), pair(words.reference, content.bankReference)],
    [pair(words.account, content.account)],
    ...(content.payerNote ? [[pair(words.payerNote, content.payerNote)]] : []),
    [pair(words.receiptSeller, content.place.seller)],
  ];
}

/** A reversed receipt says so across its face. */
function cancelled({ doc }: Sheet, top: number, at: string): void {
  doc.save().rotate(-14, { origin: [PAGE.width / 2, top + 130] });
  const box = { x: PAGE.width / 2 - 110, width: 220 };
  doc.lineWidth(2.4).strokeColor(COLOURS.seal).strokeOpacity(0.75);
  doc.roundedRect(box.x, top + 92, box.width, 74, 6).stroke();
  const look = { size: 26, weight: "bold", align: "center", colour: COLOURS.seal, spacing: 8, leading: 1.4 } as const;
  drawText(doc, words.reversed, { ...box, y: top + 97 }, look);
  const small = { size: 8, align: "center", colour: COLOURS.seal } as const;
  drawText(doc, say(words.reversedNote, { at }), { ...box, y: top + 142 }, small);
  doc.restore();
}

function cutLine({ doc }: Sheet, y: number): void {
  doc.lineWidth(0.6).strokeColor(COLOURS.grid).dash(3, { space: 3 });
  doc.moveTo(PAGE.left, y).lineTo(PAGE.right, y).stroke().undash();
}

/** An instant as papers write it. */
export function momentOnPaper(at: Date): string {
  return `${dayIn(TIME_ZONE, at)} ${zh.time(at)}`;
}
