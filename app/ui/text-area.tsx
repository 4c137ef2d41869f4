import { type TextareaHTMLAttributes, useEffect, useLayoutEffect, useRef, useState } from "react";
import { describedBy, FieldFrame, type FieldWords, INPUT } from "./field-frame";

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id"> & FieldWords;

/** A labelled input for several lines. */
export function TextArea({ id, label, hint, error, optional, rows = 3, className, ...input }: TextAreaProps) {
  const words = { id, label, hint, error, optional };
  const kept = useEarlyWords(id);
  return (
    <FieldFrame {...words}>
      <textarea ref={kept} {...input} {...describedBy(words)} rows={rows} className={`${INPUT} ${className ?? ""}`} />
    </FieldFrame>
  );
}

/**
 * Keeps what was typed before the page's scripts ran. React gives an area its first words when it takes the page over
 * (it does not with an input), over those of a person who did not wait.
 */
function useEarlyWords(id: string) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [early] = useState(() => {
    if (typeof document === "undefined") return null;
    const found = document.getElementById(id);
    return found instanceof HTMLTextAreaElement ? { found, words: found.value } : null;
  });
  useOnPage(() => {
    // On the way from page to page the area is another one, and what stood under its id is none of its business.
    if (early && early.found === area.current) early.found.value = early.words;
  }, [early]);
  return area;
}

/** A layout effect; a server has no layout, and says so when it is asked for one. */
const useOnPage = typeof document === "undefined" ? useEffect : useLayoutEffect;
