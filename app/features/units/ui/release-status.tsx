import type { ReleaseBatchStatus } from "~/domain/release";
import { useTexts } from "~/i18n/use-texts";
import { StatusBadge, type Tone } from "~/ui/status-badge";

const TONES: Record<ReleaseBatchStatus, Tone> = {
  DRAFT: "neutral",
  REQUESTED: "warn",
  APPROVED: "info",
  RELEASED: "good",
  CANCELLED: "danger",
};

/** Where it stands; of a draft also that it came back. */
export function ReleaseStatusBadge({ status, sentBack = false }: { status: ReleaseBatchStatus; sentBack?: boolean }) {
  const { t, enumLabel } = useTexts();
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StatusBadge tone={TONES[status]}>{enumLabel("releaseBatchStatus", status)}</StatusBadge>
      {sentBack && <StatusBadge tone="warn">{t("management.sentBack")}</StatusBadge>}
    </span>
  );
}
