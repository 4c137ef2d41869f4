import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { Notice } from "./notice";

/** Why the office said no. Always on the page, so that a screen reader notices when words appear in it. */
export function RefusalNote({ refusal }: { refusal: Refusal | null | undefined }) {
  const texts = useTexts();
  return (
    <div role="alert" className="empty:absolute">
      {refusal && <Notice tone="danger">{texts.refusal(refusal)}</Notice>}
    </div>
  );
}
