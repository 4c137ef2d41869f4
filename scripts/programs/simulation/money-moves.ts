import { day } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { splitPayment } from "~/features/deals/take-payment.server";
import { askPaymentReversal, askReceiptReversal } from "~/features/finance/ask-reversal.server";
import { type Attempt, attemptOf, type Code, firstOf } from "./attempt";
import { dayOf, HOUR, isLive, leftFen } from "./model";
import type { Customer, Deal, Payment, Receipt } from "./records";
import { actor, nextKey, type Scene } from "./scene";
import { type Over, who } from "./unit-moves";

/** A part of a payment for one deal. */
export type Part = { deal: Deal; amountFen: number; purse?: Receipt["purse"] };
/** `daysAhead`: it came on that day, counted from now. `note`: why somebody else pays. */
type Money = { amountFen: number; reference: string; payer?: string; note?: string; daysAhead?: number };

/** The cashier takes money for one deal, all of it on one receipt. */
export function pay(scene: Scene, deal: Deal, money: Money, over: Over = {}): Attempt {
  return take(scene, { parts: [{ deal, amountFen: money.amountFen }], of: deal.customer, ...money }, over);
}

/** The cashier takes money of a customer and splits it; what no part takes stands as an advance. */
export function take(scene: Scene, money: Money & { parts: readonly Part[]; of: Customer }, over: Over = {}): Attempt {
  const { model, office, commands } = scene;
  const { parts, of, amountFen, reference, payer = of.name, note = "", daysAhead = 0 } = money;
  const { no = scene.chance.whole(0, 2) } = over;
  const receivedOn = dayOf(model.now + daysAhead * 24 * HOUR);
  const names = [of.name, ...parts.map(({ deal }) => deal.customer.name)];
  return attemptOf(scene, {
    says: `${who("CASHIER", no)} takes ${amountFen} by ${reference} from ${payer === of.name ? "the customer" : payer}${wordsOf(parts)}`,
    ctx: actor(scene, "CASHIER", no),
    input: {
      ...{ key: nextKey(scene), sellerId: office.sellerId, accountId: office.accountId, method: "TRANSFER" as const },
      ...{ bankReference: reference, receivedOn: day(receivedOn), payerName: payer, payerNote: note },
      ...{ customerId: of.id, amount: fen(amountFen), receipts: inputOf(parts) },
    },
    command: commands.takePayment,
    expected: () =>
      firstOf(
        [amountFen <= 0 || parts.some((part) => part.amountFen <= 0), "amount_not_positive"],
        [receivedOn > model.today(), "received_in_future"],
        [sumOf(parts) > amountFen, "exceeds_payment"],
        [no === "stranger", "not_found"],
        [!names.includes(payer) && note === "", "payer_statement_missing"],
        ...partCases(scene, parts),
        [model.standingPayment(reference) !== null, "bank_reference_used"],
      ),
    done: ({ paymentId, receipts }) => {
      const payment: Payment = {
        ...{ id: paymentId, reference, payer, explained: note !== "", amountFen, receivedOn },
        ...{ status: "CONFIRMED", slip: null, receipts: [] },
      };
      model.payments.push(payment);
      model.payments.sort((a, b) => (a.reference < b.reference ? -1 : 1));
      write(scene, payment, parts, receipts);
    },
  });
}

/** The cashier splits what stands as an advance of an earlier payment. */
export function split(scene: Scene, payment: Payment, parts: readonly Part[], over: Over = {}): Attempt {
  const { no = scene.chance.whole(0, 2) } = over;
  const known = parts.some(({ deal }) => deal.customer.name === payment.payer) || payment.explained;
  return attemptOf(scene, {
    says: `${who("CASHIER", no)} splits payment ${payment.reference}${wordsOf(parts)}`,
    ctx: actor(scene, "CASHIER", no),
    input: { key: nextKey(scene), paymentId: payment.id, receipts: inputOf(parts) },
    command: splitPayment,
    expected: () =>
      firstOf(
        [no === "stranger", "not_found"],
        [payment.status !== "CONFIRMED", "payment_unconfirmed"],
        [leftFen(payment) <= 0 || parts.some((part) => part.amountFen <= 0), "amount_not_positive"],
        [sumOf(parts) > leftFen(payment), "exceeds_payment"],
        [!known, "payer_statement_missing"],
        ...partCases(scene, parts),
      ),
    done: ({ receipts }) => write(scene, payment, parts, receipts),
  });
}

/** The receipts stand, and what the money makes true becomes true. */
function write(
  { model }: Scene,
  payment: Payment,
  parts: readonly Part[],
  receipts: readonly { receiptId: string }[],
): void {
  for (const [at, { deal, amountFen, purse = "HOUSE" }] of parts.entries()) {
    const paid = purse === "HOUSE" && deal.owedFen > 0 ? amountFen : 0;
    payment.receipts.push({
      ...{ id: receipts[at]?.receiptId ?? "", payment, deal, purse, amountFen },
      ...{ status: "RECORDED", allocatedFen: paid, slip: null },
    });
    model.touched.add(deal);
  }
  for (const { deal } of parts) model.takeEffectIfPaid(deal);
}

/** Part by part: money for a deal that stands, and for its price no more than is open. */
function partCases({ model }: Scene, parts: readonly Part[]): (readonly [boolean, Code])[] {
  return parts.flatMap(({ deal, amountFen, purse = "HOUSE" }) => [
    [!isLive(deal) || model.isTimeUp(deal), "deal_ended"] as const,
    [purse === "HOUSE" && deal.owedFen > 0 && amountFen > model.openFen(deal), "exceeds_receivable"] as const,
  ]);
}

function inputOf(parts: readonly Part[]) {
  return parts.map(({ deal, amountFen, purse }) => ({
    ...{ dealId: deal.id, amount: fen(amountFen) },
    ...(purse && { purse }),
  }));
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((total, { amountFen }) => total + amountFen, 0);
}

function wordsOf(parts: readonly Part[]): string {
  if (parts.length === 0) return " for nothing yet";
  return parts
    .map(
      ({ deal, amountFen, purse }) =>
        ` for unit ${deal.unit.no} (${amountFen}${purse === "AGENCY" ? " to pass on" : ""})`,
    )
    .join(" and");
}

/** The cashier asks to reverse a payment with its receipts. */
export function askPaymentBack(scene: Scene, payment: Payment, over: Over = {}): Attempt {
  const { no = scene.chance.whole(0, 2) } = over;
  const key = nextKey(scene);
  return attemptOf(scene, {
    says: `${who("CASHIER", no)} asks to reverse payment ${payment.reference}`,
    ctx: actor(scene, "CASHIER", no),
    input: { key, paymentId: payment.id, reason: key },
    command: askPaymentReversal,
    expected: () => firstOf([no === "stranger", "not_found"], [payment.status !== "CONFIRMED", "wrong_state"]),
    done: () => {
      payment.status = "REVERSAL_ASKED";
      payment.slip = { ask: key, open: true };
    },
  });
}

/** The cashier asks to reverse one receipt alone; its money then stands as an advance. */
export function askReceiptBack(scene: Scene, receipt: Receipt, over: Over = {}): Attempt {
  const { no = scene.chance.whole(0, 2) } = over;
  const { payment, deal } = receipt;
  const key = nextKey(scene);
  return attemptOf(scene, {
    says: `${who("CASHIER", no)} asks to reverse the receipt of ${payment.reference} for unit ${deal.unit.no}`,
    ctx: actor(scene, "CASHIER", no),
    input: { key, receiptId: receipt.id, reason: key },
    command: askReceiptReversal,
    expected: () =>
      firstOf(
        [no === "stranger", "not_found"],
        [receipt.status !== "RECORDED", "wrong_state"],
        [payment.status !== "CONFIRMED", "payment_unconfirmed"],
      ),
    done: () => {
      receipt.status = "REVERSAL_ASKED";
      receipt.slip = { ask: key, open: true };
    },
  });
}
