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

/** Where it stands; of a draft also that it came back. */
export function PriceListStatusBadge({ status, sentBack = false }: { status: PriceListStatus; sentBack?: boolean }) {
  const { t, enumLabel } = useTexts();
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StatusBadge tone={TONES[status]}>{enumLabel("priceListStatus", status)}</StatusBadge>
      {sentBack && <StatusBadge tone="warn">{t("management.sentBack")}</StatusBadge>}
    </span>
  );
}
