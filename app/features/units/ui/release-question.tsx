import { Form } from "@remix-run/react";
import type { BatchDetail } from "~/features/units/list-release-batches.server";
import type { ReleaseStepName } from "~/features/units/release-form";
import type { TextKey } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { KeyValues } from "~/ui/key-values";
import { useQueryLink } from "~/ui/query-link";
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
};

/** Says what the step will do, and asks once. */
export function ReleaseQuestion({ ask, batch, permits, submissionKey }: ReleaseQuestionProps) {
  const { t, moment, count } = useTexts();
  const queryLink = useQueryLink();
  const sending = useSending();
  const [title, text, button] = WORDS[ask];
  const units = ask === "assign" ? batch.withoutPermit : batch.units.length;
  const lost = ask === "withdraw" || ask === "cancel";
  return (
    <Dialog title={t(title)} closeTo={queryLink({ ask: null })}>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={submissionKey} />
        <input type="hidden" name="version" value={batch.version} />
        <input type="hidden" name="step" value={ask} />
        <p className="text-ink-soft">{t(text, { count: units })}</p>
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
        <Button variant={lost ? "danger" : "primary"} busy={sending} className="self-end">
          {t(button)}
        </Button>
      </Form>
    </Dialog>
  );
}
