import { useTexts } from "~/i18n/use-texts";
import { StatusBadge, type Tone } from "~/ui/status-badge";

type OfferStatus = "DRAFT" | "PUBLISHED" | "WITHDRAWN";
const TONES: Record<OfferStatus, Tone> = { DRAFT: "neutral", PUBLISHED: "good", WITHDRAWN: "danger" };

export function OfferStatusBadge({ status }: { status: OfferStatus }) {
  return <StatusBadge tone={TONES[status]}>{useTexts().enumLabel("offerStatus", status)}</StatusBadge>;
}
