import { BookOpen } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { Button } from "~/ui/button";
import { type Column, DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { ExportLink } from "~/ui/export-link";
import { INPUT } from "~/ui/field-frame";
import { FilterBar } from "~/ui/filter-bar";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";
import type { Balance } from "../get-balances.server";
import type { EntryPage, EntryView } from "../list-entries.server";

export type LedgerView = {
  seller: { id: string; name: string };
  sellers: { id: string; name: string }[];
  month: string;
  balances: Balance[];
  entries: EntryPage;
  exports: boolean;
};

/** The books of a seller for a month: what each account stands at, and every entry behind it. */
export function LedgerPage({ seller, sellers, month, balances, entries, exports }: LedgerView) {
  const { t, money } = useTexts();
  const total = balances.reduce((sum, { debit }) => sum + debit, 0);
  return (
    <>
      <PageHeader
        title={t("places.ledger")}
        lead={`${seller.name} · ${t("finance.debit")} = ${t("finance.credit")} ${money(total)}`}
      />
      <FilterBar>
        <label className="flex flex-col gap-0.5">
          <span className="text-xs text-ink-faint">{t("finance.ledgerSeller")}</span>
          <select name="seller" defaultValue={seller.id} className={INPUT}>
            {sellers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="flex flex-col gap-0.5">
          <span className="text-xs text-ink-faint">{t("finance.ledgerMonth")}</span>
          <input type="month" name="month" defaultValue={month} className={INPUT} />
        </label>
        <Button>{t("common.show")}</Button>
        {exports && <ExportLink />}
      </FilterBar>
      <Panel title={t("finance.balances")} flush>
        <DataTable
          caption={t("finance.balances")}
          columns={useBalanceColumns(balances)}
          rows={balances}
          rowKey={({ account }) => account}
          empty={<EmptyState icon={BookOpen} title={t("finance.noEntries")} text={t("finance.noEntriesText")} />}
        />
      </Panel>
      <Panel title={t("finance.entries")} flush>
        <DataTable
          caption={t("finance.entries")}
          columns={useEntryColumns()}
          rows={entries.rows}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={BookOpen} title={t("finance.noEntries")} text={t("finance.noEntriesText")} />}
        />
        <Pager next={entries.next} total={entries.count} />
      </Panel>
    </>
  );
}

function useBalanceColumns(balances: readonly Balance[]): Column<Balance>[] {
  const { t, enumLabel } = useTexts();
  const figure = (id: "opening" | "debit" | "credit" | "closing"): Column<Balance> => ({
    id,
    title: t(`finance.${id}`),
    numeric: true,
    phone: "half",
    cell: (row) => <MoneyText fen={row[id]} />,
    total: <MoneyText fen={balances.reduce((sum, row) => sum + row[id], 0)} />,
  });
  return [
    {
      id: "account",
      title: t("finance.ledgerAccountTitle"),
      cell: ({ account }) => enumLabel("ledgerAccount", account),
    },
    figure("opening"),
    figure("debit"),
    figure("credit"),
    figure("closing"),
  ];
}

function useEntryColumns(): Column<EntryView>[] {
  const { t, enumLabel } = useTexts();
  return [
    { id: "seq", title: "#", cell: ({ seq }) => <span className="figures">{seq}</span> },
    {
      id: "on",
      title: t("finance.businessOn"),
      cell: ({ businessOn }) => <DateText day={businessOn} />,
      phone: "beside",
    },
    { id: "kind", title: t("finance.entryKind"), cell: ({ kind }) => enumLabel("ledgerKind", kind), phone: "beside" },
    {
      id: "about",
      title: t("finance.home"),
      cell: ({ units, receiptNumber }) => [units, receiptNumber].filter(Boolean).join(" · "),
      phone: "bare",
    },
    { id: "lines", title: t("finance.lines"), cell: ({ lines }) => <Lines lines={lines} />, phone: "bare" },
  ];
}

function Lines({ lines }: { lines: EntryView["lines"] }) {
  const { t, enumLabel } = useTexts();
  return (
    <ul className="min-w-64">
      {lines.map(({ account, debit, credit }) => (
        <li key={`${account}-${debit}`} className={`flex justify-between gap-4 ${credit > 0 ? "pl-6" : ""}`}>
          <span>
            <span className="text-ink-faint">{t(debit > 0 ? "finance.debit" : "finance.credit")}</span>{" "}
            {enumLabel("ledgerAccount", account)}
          </span>
          <MoneyText fen={debit > 0 ? debit : credit} />
        </li>
      ))}
    </ul>
  );
}
