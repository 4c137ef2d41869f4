import type { InputHTMLAttributes, ReactNode } from "react";
import { describedBy, FieldFrame, type FieldWords, INPUT } from "./field-frame";

type FieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id"> & FieldWords & { unit?: ReactNode };

/** A labelled one-line input. `unit` stands behind it (㎡, 天, %); the error is read out with it. */
export function Field({ id, label, hint, error, optional, unit, className, ...input }: FieldProps) {
  const words = { id, label, hint, error, optional };
  return (
    <FieldFrame {...words}>
      <span className="flex items-center gap-2">
        <input {...input} {...describedBy(words)} className={`${INPUT} ${className ?? ""}`} />
        {unit && <span className="shrink-0 text-sm text-ink-soft">{unit}</span>}
      </span>
    </FieldFrame>
  );
}
