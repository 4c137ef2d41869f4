import type { Refusal } from "~/domain/refusal";
import type { PriceListDetail } from "~/features/pricing/get-price-list.server";
import { useTexts } from "~/i18n/use-texts";
import { Checkbox } from "~/ui/checkbox";
import { KeyValues } from "~/ui/key-values";
import { useQueryLink } from "~/ui/query-link";
import { Question } from "~/ui/question";
import { TextArea } from "~/ui/text-area";

export const PRICE_QUESTIONS = ["request", "withdraw", "revoke"] as const;
export type PriceQuestion = (typeof PRICE_QUESTIONS)[number];

type PriceListQuestionProps = {
  ask: PriceQuestion;
  list: PriceListDetail;
  submissionKey: string;
  refusal: Refusal | null;
};

/** Says what the step will do, and asks once. */
export function PriceListQuestion({ ask, list, submissionKey, refusal }: PriceListQuestionProps) {
  const { t, wan, count } = useTexts();
  const queryLink = useQueryLink();
  return (
    <Question
      title={t(`management.${ask}Title`)}
      closeTo={queryLink({ ask: null })}
      sends={{ key: submissionKey, version: list.version, step: ask }}
      text={t(`management.${ask}Text`)}
      refusal={refusal}
      button={t(`management.${ask}`)}
      danger={ask !== "request"}
    >
      <KeyValues
        pairs={[
          { key: t("management.listName"), value: list.name },
          { key: t("management.units"), value: count(list.sum.units) },
          { key: t("management.totalPrice"), value: wan(list.sum.total) },
        ]}
      />
      {ask !== "withdraw" && <TextArea id="reason" name="reason" label={t("common.reason")} required maxLength={200} />}
      {ask === "request" && <Checkbox id="at-once" name="atOnce" label={t("management.atOnce")} />}
    </Question>
  );
}
