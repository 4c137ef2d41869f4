import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";

export type FieldWords = {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean | undefined;
};

/** The classes of anything one types into. */
export const INPUT =
  "block w-full min-h-9 max-sm:min-h-11 rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-base text-ink placeholder:text-ink-faint aria-invalid:border-danger aria-invalid:bg-danger-soft [&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-ink-faint";

/** What an input says about itself to a screen reader. */
export function describedBy({ id, hint, error }: FieldWords) {
  const parts = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return { id, "aria-invalid": error ? true : undefined, "aria-describedby": parts.join(" ") || undefined };
}

/** Label above, input, hint and error below: the same for every kind of field. */
export function FieldFrame({ id, label, hint, error, optional, children }: FieldWords & { children: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink-soft">
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-faint">({t("common.optional")})</span>}
      </label>
      {children}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** The lines under a field. The error's place is always there, so that its words are read out when they come. */
export function FieldNotes({ id, hint, error }: Pick<FieldWords, "id" | "hint" | "error">) {
  return (
    <>
      {hint && (
        <span id={`${id}-hint`} className="text-xs text-ink-faint">
          {hint}
        </span>
      )}
      <span id={`${id}-error`} aria-live="polite" className="text-xs font-medium text-danger empty:hidden">
        {error}
      </span>
    </>
  );
}
