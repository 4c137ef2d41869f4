import type { Refusal } from "~/domain/refusal";
import type { BatchDetail } from "~/features/units/list-release-batches.server";
import type { ReleaseStepName } from "~/features/units/release-form";
import type { TextKey } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { KeyValues } from "~/ui/key-values";
import { useQueryLink } from "~/ui/query-link";
import { Question } from "~/ui/question";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";

const WORDS = {
  request: ["management.requestReleaseTitle", "management.requestReleaseText", "management.request"],
  withdraw: ["management.withdrawTitle", "management.withdrawText", "management.withdraw"],
  cancel: ["management.cancelTitle", "management.cancelText", "management.cancelBatch"],
  release: ["management.openTitle", "management.openText", "management.openNow"],
  assign: ["management.assign", "management.assignText", "management.assign"],
} as const satisfies Record<ReleaseStepName, readonly [TextKey, TextKey, TextKey]>;

type ReleaseQuestionProps = {
  ask: ReleaseStepName;
  batch: BatchDetail;
  permits: readonly { id: string; number: string }[];
  submissionKey: string;
  refusal: Refusal | null;
};

/** Says what the step will do, and asks once. */
export function ReleaseQuestion({ ask, batch, permits, submissionKey, refusal }: ReleaseQuestionProps) {
  const { t, moment, count } = useTexts();
  const queryLink = useQueryLink();
  const [title, text, button] = WORDS[ask];
  const units = ask === "assign" ? batch.withoutPermit : batch.units.length;
  return (
    <Question
      title={t(title)}
      closeTo={queryLink({ ask: null })}
      sends={{ key: submissionKey, version: batch.version, step: ask }}
      text={t(text, { count: units })}
      refusal={refusal}
      button={t(button)}
      danger={ask === "withdraw" || ask === "cancel"}
    >
      <KeyValues
        pairs={[
          { key: t("management.batchName"), value: batch.name },
          { key: t("management.opensAt"), value: moment(batch.opensAt) },
          { key: t("management.units"), value: count(batch.units.length) },
        ]}
      />
      {ask === "assign" && (
        <SelectField
          id="permit"
          name="permitId"
          label={t("management.permit")}
          options={permits.map(({ id, number }) => ({ value: id, label: number }))}
          required
        />
      )}
      {(ask === "request" || ask === "cancel") && (
        <TextArea id="reason" name="reason" label={t("common.reason")} required maxLength={200} />
      )}
    </Question>
  );
}
