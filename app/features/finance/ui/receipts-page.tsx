import { Link } from "@remix-run/react";
import { ReceiptText } from "lucide-react";
import { PAYMENT_METHODS } from "~/domain/payment";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { LinkButton } from "~/ui/button";
import type { Column } from "~/ui/data-table";
import { DateText, MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { ExportLink } from "~/ui/export-link";
import { INPUT } from "~/ui/field-frame";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { useItemName } from "~/ui/item-name";
import { ListTable } from "~/ui/list-table";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";
import type { ReceiptPage, ReceiptRow } from "../list-receipts.server";
import { ReceiptStatusBadge } from "./money-status";

const STATUSES = ["RECORDED", "REVERSAL_ASKED", "REVERSED", "CARRIED_OVER"] as const;

export type ReceiptsView = {
  base: string;
  page: ReceiptPage;
  from: string;
  to: string;
  mayTake: boolean;
  exports: boolean;
};

/** All receipts, found by number, payer, customer or home, with what the standing ones add up to. */
export function ReceiptsPage({ base, page, from, to, mayTake, exports }: ReceiptsView) {
  const { t, enumLabel } = useTexts();
  const desk = mayTake && (
    <LinkButton to={`${base}/cashier`} variant="primary">
      {t("finance.toCashier")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("places.receipts")} lead={t("finance.receiptsLead")} actions={desk} />
      <FilterBar search={t("finance.find")}>
        <DayFilter name="from" label={t("finance.from")} value={from} />
        <DayFilter name="to" label={t("finance.to")} value={to} />
        <FilterSelect
          name="method"
          label={t("finance.method")}
          options={PAYMENT_METHODS.map((value) => ({ value, label: enumLabel("paymentMethod", value) }))}
        />
        <FilterSelect
          name="status"
          label={t("finance.state")}
          options={STATUSES.map((value) => ({ value, label: enumLabel("receiptStatus", value) }))}
        />
        {exports && <ExportLink />}
      </FilterBar>
      <Panel flush>
        <ListTable
          name="receipts"
          caption={t("places.receipts")}
          columns={useColumns(base, page)}
          rows={page.rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              icon={ReceiptText}
              title={t("finance.noReceipts")}
              text={t("finance.noReceiptsText")}
              action={desk}
            />
          }
        />
        <Pager next={page.next} total={page.count} />
      </Panel>
    </>
  );
}

function DayFilter({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="flex flex-col gap-0.5">
      <span className="text-xs text-ink-faint">{label}</span>
      <input type="date" name={name} defaultValue={value} className={INPUT} />
    </label>
  );
}

function useColumns(base: string, page: ReceiptPage): Column<ReceiptRow>[] {
  const { t, enumLabel } = useTexts();
  const itemName = useItemName();
  return [
    {
      id: "number",
      title: t("finance.number"),
      sortable: true,
      cell: ({ number, paymentId }) => (
        <Link to={`${base}/cashier/${paymentId}`} className="figures">
          {number}
        </Link>
      ),
    },
    {
      id: "on",
      title: t("finance.receivedOn"),
      sortable: true,
      cell: ({ receivedOn }) => <DateText day={receivedOn} />,
    },
    { id: "home", title: t("finance.home"), cell: ({ units }) => units },
    { id: "customer", title: t("finance.customer"), sortable: true, cell: ({ customer }) => customer },
    { id: "item", title: t("finance.item"), cell: ({ item }) => itemName(item) },
    { id: "method", title: t("finance.method"), cell: ({ method }) => enumLabel("paymentMethod", method) },
    {
      id: "amount",
      title: t("common.amount"),
      numeric: true,
      sortable: true,
      cell: ({ amount }) => <MoneyText fen={amount} />,
      total: <MoneyText fen={page.total} />,
    },
    {
      id: "status",
      title: t("finance.state"),
      phone: "beside",
      cell: ({ status }) => <ReceiptStatusBadge status={status} />,
    },
    { id: "by", title: t("finance.recordedBy"), sortable: true, cell: ({ recordedBy }) => recordedBy },
    {
      id: "at",
      title: t("finance.recordedAt"),
      sortable: true,
      cell: ({ recordedAt }) => <MomentText at={recordedAt} />,
    },
  ];
}
