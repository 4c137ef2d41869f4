import type { InputHTMLAttributes } from "react";
import { describedBy, FieldNotes, type FieldWords } from "./field-frame";

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "id" | "type"> & Omit<FieldWords, "optional">;

/** One yes-or-no with its label beside it. */
export function Checkbox({ id, label, hint, error, ...input }: CheckboxProps) {
  const words = { id, label, hint, error };
  return (
    <div className="flex flex-col gap-0.5">
      <label htmlFor={id} className="flex min-h-9 items-center gap-2 text-base max-sm:min-h-11">
        <input {...input} {...describedBy(words)} type="checkbox" className="size-4.5 shrink-0" />
        {label}
      </label>
      <div className={`flex flex-col pl-6.5 ${hint ? "-mt-1.5 max-sm:-mt-2.5" : ""}`}>
        <FieldNotes id={id} hint={hint} error={error} />
      </div>
    </div>
  );
}
