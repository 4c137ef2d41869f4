import { type TextareaHTMLAttributes, useState } from "react";
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
  const [keep] = useState(() => {
    if (typeof document === "undefined") return null;
    const early = document.getElementById(id);
    if (!(early instanceof HTMLTextAreaElement)) return null;
    const words = early.value;
    // On the way from page to page the area is another one, and what stood under its id is none of its business.
    return (area: HTMLTextAreaElement | null) => {
      if (area === early) early.value = words;
    };
  });
  return keep;
}
