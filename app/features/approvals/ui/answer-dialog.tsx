import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button, LinkButton } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { useQueryLink } from "~/ui/query-link";
import { RefusalNote } from "~/ui/refusal-note";
import { TextArea } from "~/ui/text-area";
import { useCheckedForm } from "~/ui/use-checked-form";
import { decideForm } from "../decide-form";

export type Answer = "yes" | "no" | "withdraw";
export type AnswerResult = { form: SubmissionResult<string[]>; refusal: Refusal | null } | undefined;

const WORDS = {
  yes: { title: "approvals.approveTitle", effect: "approvals.approveEffect", button: "approvals.approve" },
  no: { title: "approvals.rejectTitle", effect: "approvals.rejectEffect", button: "approvals.reject" },
  withdraw: { title: "approvals.withdrawTitle", effect: null, button: "approvals.withdraw" },
} as const;

type AnswerDialogProps = { approvalId: string; answer: Answer; submissionKey: string; result: AnswerResult };

/** Asks once more before an answer counts; Enter sends it, Esc closes. */
export function AnswerDialog({ approvalId, answer, submissionKey, result }: AnswerDialogProps) {
  const { t } = useTexts();
  const closeTo = useQueryLink()({ ask: null });
  const sending = useSending();
  const { form, fields, input } = useCheckedForm({ schema: decideForm, lastResult: result?.form });
  const words = WORDS[answer];
  return (
    <Dialog title={t(words.title)} closeTo={closeTo}>
      <ActionForm form={form} submissionKey={submissionKey}>
        <input type="hidden" name="approvalId" value={approvalId} />
        <input type="hidden" name="answer" value={answer} />
        <RefusalNote refusal={result?.refusal} />
        {words.effect && <p className="text-ink-soft">{t(words.effect)}</p>}
        {answer !== "withdraw" && (
          <TextArea label={t("approvals.opinion")} optional={answer === "yes"} rows={2} {...input(fields.reason)} />
        )}
        <div className="flex justify-end gap-2">
          <LinkButton to={closeTo} replace preventScrollReset>
            {t("common.cancel")}
          </LinkButton>
          <Button variant={answer === "no" ? "danger" : "primary"} busy={sending} autoFocus={answer !== "no"}>
            {t(words.button)}
          </Button>
        </div>
      </ActionForm>
    </Dialog>
  );
}
