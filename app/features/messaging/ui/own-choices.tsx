import type { SubmissionResult } from "@conform-to/react";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox";
import { useCheckedForm } from "~/ui/use-checked-form";
import { ownChoicesForm } from "../choice-form";
import type { KindChoice } from "../list-choices.server";

type Props = { choices: readonly KindChoice[]; formKey: string; result: SubmissionResult<string[]> | null };

/** A buyer's text messages, one box each; unticked ones are no longer sent. */
export function OwnChoices({ choices, formKey, result }: Props) {
  const { t, enumLabel } = useTexts();
  const sending = useSending();
  const { form } = useCheckedForm({ schema: ownChoicesForm, lastResult: result, id: "choices" });
  return (
    <ActionForm form={form} submissionKey={formKey}>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-sm text-ink-soft">{t("message.wantedHint")}</legend>
        {choices.map(({ kind, wanted }) => (
          <Checkbox
            key={kind}
            id={`wanted-${kind}`}
            name="wanted"
            value={kind}
            defaultChecked={wanted}
            label={enumLabel("messageKind", kind)}
          />
        ))}
      </fieldset>
      <p className="text-sm text-ink-faint">{t("message.alwaysSent")}</p>
      <Button variant="primary" busy={sending} className="self-start">
        {t("common.save")}
      </Button>
    </ActionForm>
  );
}
