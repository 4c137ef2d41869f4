import { useTexts } from "~/i18n/use-texts";
import { StatusBadge, type Tone } from "~/ui/status-badge";
import type { Standing } from "./offer-actions";

const TONES: Record<Standing["status"], Tone> = { DRAFT: "neutral", PUBLISHED: "good", WITHDRAWN: "danger" };

/** Where it stands; of a draft also whether it waits for a yes or came back. */
export function OfferStatusBadge({ offer: { status, waits, sentBack } }: { offer: Standing }) {
  const { t, enumLabel } = useTexts();
  const draft = status === "DRAFT";
  if (draft && waits) return <StatusBadge tone="warn">{t("management.waiting")}</StatusBadge>;
  return (
    <>
      <StatusBadge tone={TONES[status]}>{enumLabel("offerStatus", status)}</StatusBadge>
      {draft && sentBack && <StatusBadge tone="warn">{t("management.sentBack")}</StatusBadge>}
    </>
  );
}
