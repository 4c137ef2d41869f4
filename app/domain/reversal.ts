import type { Fen } from "./money";
import { all, unless, type Verdict } from "./refusal";
import { canMove, type StateOf } from "./transition";

type PaymentFacts = { status: StateOf<"payment">; refunded: Fen };
type ReceiptFacts = { status: StateOf<"receipt">; payment: PaymentFacts };

/** May the cashier ask to reverse a payment 红冲? With a reason, and while none of it has been refunded. */
export function canAskPaymentReversal(payment: PaymentFacts, reason: string): Verdict {
  return all(
    canMove("payment", "request_reversal", payment.status),
    unless(payment.refunded === 0, "refunded_already"),
    unless(reason.trim() !== "", "reason_required"),
  );
}

/** May the cashier ask to reverse one receipt? Its payment stands, and nobody is about to reverse that one. */
export function canAskReceiptReversal({ status, payment }: ReceiptFacts, reason: string): Verdict {
  return all(
    canMove("receipt", "request_reversal", status),
    unless(payment.status === "CONFIRMED", "payment_unconfirmed"),
    unless(payment.refunded === 0, "refunded_already"),
    unless(reason.trim() !== "", "reason_required"),
  );
}

/** Is a payment still what the accountant was asked about? */
export function canReversePayment(payment: PaymentFacts): Verdict {
  return all(
    canMove("payment", "approve_reversal", payment.status),
    unless(payment.refunded === 0, "refunded_already"),
  );
}

export function canReverseReceipt({ status, payment }: ReceiptFacts): Verdict {
  return all(canMove("receipt", "approve_reversal", status), unless(payment.refunded === 0, "refunded_already"));
}
