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

export function ReleaseStatusBadge({ status }: { status: ReleaseBatchStatus }) {
  return <StatusBadge tone={TONES[status]}>{useTexts().enumLabel("releaseBatchStatus", status)}</StatusBadge>;
}
