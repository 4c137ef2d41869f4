import type { Role } from "~/domain/permission";
import { useTexts } from "~/i18n/use-texts";
import { Notice } from "./notice";

/** A no with its words; `inPlaceOf`: the name of the one whose answer it was to give. */
type SentBack = { by: string; inPlaceOf: string | null; role: Role; reason: string; at: Date };

/** Who sent it back, when, and with what words: what the drafter has to answer. */
export function SentBackNote({ sentBack }: { sentBack: SentBack | null }) {
  const { t, enumLabel, moment } = useTexts();
  if (!sentBack) return null;
  const { by, inPlaceOf, role, reason, at } = sentBack;
  const who = { by, name: inPlaceOf ?? "", role: enumLabel("role", role), at: moment(at) };
  return (
    <Notice tone="warn">
      <p className="font-medium">{t(inPlaceOf ? "approvals.sentBackFor" : "approvals.sentBack", who)}</p>
      <p className="break-words whitespace-pre-wrap">{reason}</p>
    </Notice>
  );
}
