import { useReducer } from "react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";

type FieldError = (errors: readonly string[] | undefined, refused?: Refusal | null) => string | undefined;

/**
 * The text under a field: what is wrong with the entry, or why the office says no to it. A refusal's words
 * come to a browser when the first is said; until they are there, the field says that its entry is not valid. It must
 * not wait for them as a page does: the form and what was typed would be gone meanwhile.
 */
export function useFieldError(): FieldError {
  const { formError, refusal, t } = useTexts();
  const [, showAgain] = useReducer((times: number) => times + 1, 0);
  return (errors, refused) => {
    try {
      return refused ? refusal(refused) : formError(errors);
    } catch (coming) {
      if (!(coming instanceof Promise)) throw coming;
      void coming.then(showAgain);
      return t("form.invalid");
    }
  };
}
