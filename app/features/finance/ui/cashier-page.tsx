import type { SubmissionResult } from "@conform-to/react";
import { Plus, Receipt, Undo2 } from "lucide-react";
import type { Refusal } from "~/domain/refusal";
import type { GuardWarning, SettingOrigin } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import { GuardNotes, SettingNotes } from "~/ui/setting-note";
import type { PayableDealRow } from "../find-payable-deals.server";
import type { CashDay } from "../get-cash-day.server";
import type { CashDesk } from "../get-cash-desk.server";
import { CashDayPanel } from "./cash-day";
import { DealSearch } from "./deal-search";
import { DeskDealPanel } from "./desk-deal";
import { PayableDeals } from "./payable-deals";
import { PaymentForm, type TypedValues } from "./payment-form";
import { PaymentPreview, type PreviewView } from "./payment-preview";

export type CashierView = {
  base: string;
  query: string;
  adding: boolean;
  found: PayableDealRow[];
  desk: CashDesk;
  cashDay: CashDay;
  warnings: GuardWarning[];
  settings: SettingOrigin[];
  key: string;
};
export type CashierResult =
  | {
      form: SubmissionResult<string[]> | null;
      refusal: Refusal | null;
      preview: PreviewView | null;
      typed: TypedValues;
    }
  | undefined;

/** Find the deal, see what is owed, take the money; today's list beside it. One hand on the keyboard. */
export function CashierPage({ view, result }: { view: CashierView; result: CashierResult }) {
  const { t, day } = useTexts();
  const { base, query, adding, found, desk, cashDay } = view;
  const chosen = desk.deals.map(({ id }) => id);
  const lead = { day: day(cashDay.day), count: cashDay.payments.length, total: cashDay.total };
  const searching = chosen.length === 0 || adding;
  return (
    <>
      <PageHeader
        title={t("places.cashier")}
        lead={t("finance.cashierLead", lead)}
        actions={
          <LinkButton to={`${base}/receipts`} icon={Receipt}>
            {t("places.receipts")}
          </LinkButton>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <GuardNotes of={view.warnings} />
          {searching && <DealSearch query={query} chosen={chosen} />}
          {searching && <PayableDeals rows={found} asked={query} chosen={chosen} pick={t("finance.take")} />}
          {desk.deals.map((deal) => (
            <DeskDealPanel key={deal.id} deal={deal} />
          ))}
          {chosen.length > 0 && !result?.preview && <OtherDeals chosen={chosen} base={base} adding={adding} />}
          {chosen.length > 0 && <TakeMoney view={view} result={result} />}
          <SettingNotes of={view.settings} />
        </div>
        <CashDayPanel cashDay={cashDay} base={base} />
      </div>
    </>
  );
}

function TakeMoney({ view: { desk, key }, result }: { view: CashierView; result: CashierResult }) {
  const names = Object.fromEntries(desk.deals.map(({ id, units, customer }) => [id, `${units} ${customer}`]));
  const refusal = result?.refusal ?? null;
  if (result?.preview) {
    return <PaymentPreview preview={result.preview} names={names} typed={result.typed} refusal={refusal} />;
  }
  return (
    <PaymentForm
      key={desk.deals.map(({ id }) => id).join()}
      desk={desk}
      submissionKey={result?.typed.key ?? key}
      typed={result?.typed ?? null}
      lastResult={result?.form ?? null}
      refusal={refusal}
    />
  );
}

function OtherDeals({ chosen, base, adding }: { chosen: readonly string[]; base: string; adding: boolean }) {
  const { t } = useTexts();
  return (
    <div className="flex flex-wrap gap-2">
      {!adding && (
        <LinkButton small to={`?deals=${chosen.join(",")}&add=1`} icon={Plus}>
          {t("finance.addDeal")}
        </LinkButton>
      )}
      <LinkButton small to={`${base}/cashier`} icon={Undo2}>
        {t("finance.chooseOther")}
      </LinkButton>
    </div>
  );
}
