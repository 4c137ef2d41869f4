import type { Refusal } from "~/domain/refusal";
import { useComingWords } from "~/i18n/use-coming-words";
import { useTexts } from "~/i18n/use-texts";

type FieldError = (errors: readonly string[] | undefined, refused?: Refusal | null) => string | undefined;

/**
 * The text under a field: what is wrong with the entry, or why the office says no to it. A refusal's words
 * come to a browser when the first is said; until they are there, the field says that its entry is not valid.
 */
export function useFieldError(): FieldError {
  const { formError, refusal, t } = useTexts();
  const saying = useComingWords();
  return (errors, refused) => {
    if (!refused && !errors?.length) return undefined;
    return saying(() => (refused ? refusal(refused) : formError(errors))) ?? t("form.invalid");
  };
}
