import { Suspense } from "react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { Notice } from "./notice";

/**
 * Why the office said no. Always on the page, so that a screen reader notices when words appear in it. The words of
 * refusals come to a browser when the first is said.
 */
export function RefusalNote({ refusal }: { refusal: Refusal | null | undefined }) {
  return (
    <div role="alert" className="empty:absolute">
      <Suspense>{refusal && <Reason refusal={refusal} />}</Suspense>
    </div>
  );
}

function Reason({ refusal }: { refusal: Refusal }) {
  return <Notice tone="danger">{useTexts().refusal(refusal)}</Notice>;
}
