import type { Refusal } from "~/domain/refusal";
import { useComingWords } from "~/i18n/use-coming-words";
import { useTexts } from "~/i18n/use-texts";
import { Notice } from "./notice";

/**
 * Why the office said no. Always on the page, so that a screen reader notices when words appear in it. The words of
 * refusals come to a browser when the first is said.
 */
export function RefusalNote({ refusal }: { refusal: Refusal | null | undefined }) {
  const texts = useTexts();
  const saying = useComingWords();
  const reason = refusal && saying(() => texts.refusal(refusal));
  return (
    <div role="alert" className="empty:absolute">
      {reason && <Notice tone="danger">{reason}</Notice>}
    </div>
  );
}
