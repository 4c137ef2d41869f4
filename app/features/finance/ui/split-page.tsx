import type { SubmissionResult } from "@conform-to/react";
import { CircleCheck } from "lucide-react";
import type { Refusal } from "~/domain/refusal";
import { useTexts } from "~/i18n/use-texts";
import { ActionForm, useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { MoneyField } from "~/ui/money-field";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { useCheckedForm } from "~/ui/use-checked-form";
import { useFieldError } from "~/ui/use-field-error";
import { deskLines } from "../desk-lines";
import type { PayableDealRow } from "../find-payable-deals.server";
import type { CashDesk } from "../get-cash-desk.server";
import type { PaymentView } from "../get-payment.server";
import { splitPaymentForm } from "../take-payment-form";
import { DealSearch } from "./deal-search";
import { DeskDealPanel } from "./desk-deal";
import { PayableDeals } from "./payable-deals";

export type SplitView = {
  base: string;
  payment: PaymentView;
  query: string;
  found: PayableDealRow[];
  desk: CashDesk;
  key: string;
};
export type SplitResult =
  | { form: SubmissionResult<string[]>; refusal: Refusal | null; typed: Record<string, string> }
  | undefined;

/** What stands as an advance goes to deals: find them, say how much for each. */
export function SplitPage({ view, result }: { view: SplitView; result: SplitResult }) {
  const { t } = useTexts();
  const { base, payment, query, found, desk } = view;
  const chosen = desk.deals.map(({ id }) => id);
  const open = payment.status === "CONFIRMED" && payment.advance > 0;
  return (
    <>
      <PageHeader
        title={t("finance.splitAdvance")}
        lead={`${payment.payerName} · ${t("finance.splitLead", { amount: payment.advance })}`}
        back={{ to: `${base}/cashier/${payment.id}`, label: t("finance.payment") }}
      />
      {open && desk.deals.map((deal) => <DeskDealPanel key={deal.id} deal={deal} />)}
      {!open ? (
        <EmptyState icon={CircleCheck} title={t("finance.splitNothing")} text={t("finance.splitNothingText")} />
      ) : chosen.length > 0 ? (
        <SplitForm key={chosen.join()} view={view} result={result} />
      ) : (
        <>
          <p className="text-ink-soft">{t("finance.splitChoose")}</p>
          <DealSearch query={query} chosen={chosen} />
          <PayableDeals rows={found} asked={query} chosen={chosen} pick={t("finance.splitPick")} />
        </>
      )}
    </>
  );
}

function SplitForm({ view: { desk, key }, result }: { view: SplitView; result: SplitResult }) {
  const { t, enumLabel } = useTexts();
  const fieldError = useFieldError();
  const sending = useSending();
  const { form } = useCheckedForm({ schema: splitPaymentForm, lastResult: result?.form });
  return (
    <Panel title={t("finance.split")}>
      <ActionForm form={form} submissionKey={result?.typed.key ?? key}>
        <RefusalNote refusal={result?.refusal} />
        {deskLines(desk.deals, desk.today).map(({ dealId, purse, deal, open }, at) => {
          const name = `lines[${at}].amount`;
          return (
            <div key={`${dealId}-${purse}`}>
              <input type="hidden" name={`lines[${at}].dealId`} value={dealId} />
              <input type="hidden" name={`lines[${at}].purse`} value={purse} />
              <MoneyField
                id={`line-${at}`}
                name={name}
                label={`${deal} · ${enumLabel("purse", purse)}`}
                hint={open === null ? t("finance.splitHintNone") : t("finance.splitHint", { open })}
                defaultValue={result?.typed[name]}
                error={fieldError(form.allErrors[name])}
                autoFocus={at === 0}
              />
            </div>
          );
        })}
        <div className="flex justify-end">
          <Button variant="primary" busy={sending}>
            {t("finance.splitConfirm")}
          </Button>
        </div>
      </ActionForm>
    </Panel>
  );
}
