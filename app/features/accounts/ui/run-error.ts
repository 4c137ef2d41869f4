import { REFUSAL_CODES } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";

/** Why a piece of work failed: the words of a refusal, or what the log calls it. */
export function useRunError(): (error: string) => string {
  const { t } = useTexts();
  return (error) => {
    const code = REFUSAL_CODES.find((one) => one === error);
    return code ? t(`refusals.${code}`) : error;
  };
}
