import type { InputHTMLAttributes } from "react";
import { describedBy, FieldFrame, type FieldWords, INPUT } from "./field-frame";

type MoneyFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "type"> & FieldWords;

/** An amount typed in yuan ("1,680.32"); the form's schema reads it exactly as fen, so no float touches it. */
export function MoneyField({ id, label, hint, error, optional, className, ...input }: MoneyFieldProps) {
  const words = { id, label, hint, error, optional };
  return (
    <FieldFrame {...words}>
      <span className="relative block">
        <span aria-hidden className="pointer-events-none absolute inset-y-0 left-2.5 flex items-center text-ink-faint">
          ¥
        </span>
        <input
          inputMode="decimal"
          autoComplete="off"
          {...input}
          {...describedBy(words)}
          className={`${INPUT} figures pl-7 text-right ${className ?? ""}`}
        />
      </span>
    </FieldFrame>
  );
}
