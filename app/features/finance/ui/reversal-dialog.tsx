import type { SubmissionResult } from "@conform-to/react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button, LinkButton } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { RefusalNote } from "~/ui/refusal-note";
import { TextArea } from "~/ui/text-area";
import { useCheckedForm } from "~/ui/use-checked-form";
import { reversalForm } from "../reversal-form";

export type ReversalResult = { form: SubmissionResult<string[]>; refusal: Refusal | null } | undefined;
type ReversalDialogProps = {
  /** The receipt; null for the payment with all its receipts. */
  receipt: { id: string; number: string } | null;
  submissionKey: string;
  closeTo: string;
  result: ReversalResult;
};

/** Asks the accountant to undo a receipt or a payment. */
export function ReversalDialog({ receipt, submissionKey, closeTo, result }: ReversalDialogProps) {
  const { t } = useTexts();
  const sending = useSending();
  const { form, fields, input } = useCheckedForm({ schema: reversalForm, lastResult: result?.form });
  const title = receipt ? t("finance.askReversalTitle", { number: receipt.number }) : t("finance.askPaymentTitle");
  return (
    <Dialog title={title} closeTo={closeTo}>
      <ActionForm form={form} submissionKey={submissionKey}>
        {receipt && <input type="hidden" name="receiptId" value={receipt.id} />}
        <RefusalNote refusal={result?.refusal} />
        <p className="text-ink-soft">{t(receipt ? "finance.askReversalEffect" : "finance.askPaymentEffect")}</p>
        <TextArea label={t("finance.reasonLabel")} rows={2} {...input(fields.reason)} />
        <div className="flex justify-end gap-2">
          <LinkButton to={closeTo} replace preventScrollReset>
            {t("common.cancel")}
          </LinkButton>
          <Button variant="danger" busy={sending}>
            {t("finance.askReversal")}
          </Button>
        </div>
      </ActionForm>
    </Dialog>
  );
}
