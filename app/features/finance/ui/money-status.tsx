import type { StateOf } from "~/domain/transition";
import { useTexts } from "~/i18n/use-texts";
import { StatusBadge, type Tone } from "~/ui/status-badge";

const PAYMENT: Record<StateOf<"payment">, Tone> = {
  POSTED: "warn",
  CONFIRMED: "good",
  REVERSAL_ASKED: "warn",
  REVERSED: "danger",
  VOIDED: "neutral",
};
const RECEIPT: Record<StateOf<"receipt">, Tone> = {
  RECORDED: "good",
  REVERSAL_ASKED: "warn",
  REVERSED: "danger",
  CARRIED_OVER: "neutral",
};

export function PaymentStatusBadge({ status }: { status: StateOf<"payment"> }) {
  return <StatusBadge tone={PAYMENT[status]}>{useTexts().enumLabel("paymentStatus", status)}</StatusBadge>;
}

export function ReceiptStatusBadge({ status }: { status: StateOf<"receipt"> }) {
  return <StatusBadge tone={RECEIPT[status]}>{useTexts().enumLabel("receiptStatus", status)}</StatusBadge>;
}
