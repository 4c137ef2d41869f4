import type { SelectHTMLAttributes } from "react";
import { useTexts } from "~/i18n/use-texts";
import { describedBy, FieldFrame, type FieldWords, INPUT } from "./field-frame";

export type Option = { value: string; label: string; disabled?: boolean };
type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, "id"> &
  FieldWords & { options: readonly Option[]; empty?: string | false };

/** A labelled choice of one. It starts with an empty choice (`empty` names it; `false` leaves it out). */
export function SelectField({ id, label, hint, error, optional, options, empty, className, ...select }: SelectProps) {
  const { t } = useTexts();
  const words = { id, label, hint, error, optional };
  return (
    <FieldFrame {...words}>
      <select {...select} {...describedBy(words)} className={`${INPUT} ${className ?? ""}`}>
        {empty !== false && <option value="">{empty ?? t("common.choose")}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
