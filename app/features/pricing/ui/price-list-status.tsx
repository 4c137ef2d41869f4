import type { PriceListStatus } from "~/domain/price-list";
import { useTexts } from "~/i18n/use-texts";
import { StatusBadge, type Tone } from "~/ui/status-badge";

const TONES: Record<PriceListStatus, Tone> = {
  DRAFT: "neutral",
  SUBMITTED: "warn",
  APPROVED: "info",
  EFFECTIVE: "good",
  SUPERSEDED: "neutral",
  WITHDRAWN: "danger",
};

export function PriceListStatusBadge({ status }: { status: PriceListStatus }) {
  return <StatusBadge tone={TONES[status]}>{useTexts().enumLabel("priceListStatus", status)}</StatusBadge>;
}
