import { fen } from "~/domain/money";
import { Refused } from "~/domain/refusal";
import { db } from "~/platform/db.server";
import { dayOf } from "~/platform/stored-day.server";
import { drawReceipt, momentOnPaper, type ReceiptContent } from "./draw-receipt.server";
import { type IssuedPaper, issuePaper, type Printer } from "./issue-paper.server";
import { type DealOnPaper, homesOf, partiesOf, placeOf } from "./paper-facts.server";

/** 收据 of a deal. One of another deal is `not_found`. */
export async function printReceipt(by: Printer, deal: DealOnPaper, receiptId: string): Promise<IssuedPaper> {
  const receipt = await findReceipt(deal.id, receiptId);
  if (!receipt) throw new Refused({ code: "not_found" });
  const content = contentOf(deal, receipt);
  return issuePaper(by, {
    dealId: deal.id,
    kind: "RECEIPT",
    reference: receipt.number,
    edition: "ZH",
    content,
    draw: (printed) => drawReceipt(content, "ZH", printed),
  });
}

function findReceipt(dealId: string, id: string) {
  return db.receipt.findFirst({
    where: { id, dealId },
    include: { recordedBy: { select: { name: true } }, payment: { include: { account: true } } },
  });
}
type StoredReceipt = NonNullable<Awaited<ReturnType<typeof findReceipt>>>;

function contentOf(deal: DealOnPaper, { payment, ...receipt }: StoredReceipt): ReceiptContent {
  const { account } = payment;
  const list = (names: readonly string[]) => names.join("、");
  return {
    place: placeOf(deal),
    number: receipt.number,
    payer: payment.payerName,
    payerNote: payment.payerNote,
    buyers: list(partiesOf(deal, false).map(({ name }) => name)),
    homes: list(homesOf(deal).map(({ label }) => label)),
    purse: receipt.purse,
    item: receipt.item,
    amount: fen(receipt.amountFen),
    method: payment.method,
    bankReference: payment.bankReference ?? "",
    account: `${account.bank} ${account.name} ${account.number}`,
    receivedOn: dayOf(payment.receivedOn),
    cashier: receipt.recordedBy.name,
    reversedAt: receipt.status === "REVERSED" && receipt.reversedAt ? momentOnPaper(receipt.reversedAt) : null,
  };
}
