import type { DealStage } from "~/domain/deal-state";
import { useTexts } from "~/i18n/use-texts";
import { StatusBadge, type Tone } from "./status-badge";

const TONES: Record<DealStage, Tone> = {
  HELD: "warn",
  RESERVED: "info",
  CONTRACTED: "good",
  EXPIRED: "neutral",
  VOIDED: "neutral",
  CANCELLED: "danger",
  FORFEITED: "danger",
  SWAPPED: "neutral",
};

/** A deal's stage by word, sign and colour. */
export function StageBadge({ stage }: { stage: DealStage }) {
  const { enumLabel } = useTexts();
  return <StatusBadge tone={TONES[stage]}>{enumLabel("dealStage", stage)}</StatusBadge>;
}
