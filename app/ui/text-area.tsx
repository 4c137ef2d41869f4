import type { TextareaHTMLAttributes } from "react";
import { describedBy, FieldFrame, type FieldWords, INPUT } from "./field-frame";

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id"> & FieldWords;

/** A labelled input for several lines. */
export function TextArea({ id, label, hint, error, optional, rows = 3, className, ...input }: TextAreaProps) {
  const words = { id, label, hint, error, optional };
  return (
    <FieldFrame {...words}>
      <textarea {...input} {...describedBy(words)} rows={rows} className={`${INPUT} ${className ?? ""}`} />
    </FieldFrame>
  );
}
