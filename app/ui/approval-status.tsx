import type { ApprovalStatus } from "~/domain/approval";
import { useTexts } from "~/i18n/use-texts";
import { StatusBadge, type Tone } from "./status-badge";

const TONES: Record<ApprovalStatus, Tone> = {
  PENDING: "warn",
  APPROVED: "good",
  USED: "good",
  REJECTED: "danger",
  WITHDRAWN: "neutral",
  EXPIRED: "neutral",
};

export function ApprovalStatusBadge({ status }: { status: ApprovalStatus }) {
  return <StatusBadge tone={TONES[status]}>{useTexts().enumLabel("approvalStatus", status)}</StatusBadge>;
}
