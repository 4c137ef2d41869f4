import { day } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { askPaymentReversal, askReceiptReversal } from "~/features/finance/ask-reversal.server";
import { type Attempt, attemptOf, firstOf } from "./attempt";
import { type Deal, dayOf, HOUR, isLive, type Payment } from "./model";
import { actor, nextKey, type Scene } from "./scene";
import { type Over, who } from "./unit-moves";

type Money = { amountFen: number; reference: string; payer?: string; daysAhead?: number };

/** The cashier takes money for one deal, all of it on one receipt. */
export function pay(scene: Scene, deal: Deal, money: Money, over: Over = {}): Attempt {
  const { model, office, commands } = scene;
  const { amountFen, reference, payer = deal.customer.name, daysAhead = 0 } = money;
  const { no = scene.chance.whole(0, 2) } = over;
  const receivedOn = dayOf(model.now + daysAhead * 24 * HOUR);
  return attemptOf(scene, {
    says: `${who("CASHIER", no)} takes ${amountFen} by ${reference} from ${payer === deal.customer.name ? "the customer" : payer} for unit ${deal.unit.no}`,
    ctx: actor(scene, "CASHIER", no),
    input: {
      ...{ key: nextKey(scene), sellerId: office.sellerId, accountId: office.accountId, method: "TRANSFER" as const },
      ...{ bankReference: reference, receivedOn: day(receivedOn), payerName: payer, amount: fen(amountFen) },
      receipts: [{ dealId: deal.id, amount: fen(amountFen) }],
    },
    command: commands.takePayment,
    expected: () =>
      firstOf(
        [amountFen <= 0, "amount_not_positive"],
        [receivedOn > model.today(), "received_in_future"],
        [no === "stranger", "not_found"],
        [payer !== deal.customer.name, "payer_statement_missing"],
        [!isLive(deal) || model.isTimeUp(deal), "deal_ended"],
        [deal.owedFen > 0 && amountFen > model.openFen(deal), "exceeds_receivable"],
        [model.standingPayment(reference) !== null, "bank_reference_used"],
      ),
    done: ({ paymentId, receipts }) => {
      const receipt = {
        ...{ id: receipts[0]?.receiptId ?? "", status: "RECORDED" as const, slip: null },
        allocatedFen: deal.owedFen > 0 ? amountFen : 0,
      };
      const money = { reference, amountFen, receivedOn };
      model.payments.push({ id: paymentId, deal, ...money, status: "CONFIRMED", slip: null, receipt });
      model.payments.sort((a, b) => (a.reference < b.reference ? -1 : 1));
      model.touched.add(deal);
      model.takeEffectIfPaid(deal);
    },
  });
}

/** The cashier asks to reverse a payment with its receipt. */
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

/** The cashier asks to reverse the receipt alone; its money then stands as an advance. */
export function askReceiptBack(scene: Scene, payment: Payment, over: Over = {}): Attempt {
  const { no = scene.chance.whole(0, 2) } = over;
  const { receipt } = payment;
  const key = nextKey(scene);
  return attemptOf(scene, {
    says: `${who("CASHIER", no)} asks to reverse the receipt of ${payment.reference}`,
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
