import { Link } from "@remix-run/react";
import type { AlertRow, ListedAlert } from "~/features/reports/list-alerts.server";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { type Column, DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";

type AlertsPageProps = {
  about: ListedAlert;
  rows: readonly AlertRow[];
  project: string;
  /** May the reader open the deals? */
  opensDeals: boolean;
};

/** The deals or batches behind one alert, the most urgent first. */
export function AlertsPage({ about, rows, project, opensDeals }: AlertsPageProps) {
  const { t, day, moment } = useTexts();
  const total = rows.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const dated = (at: string) => (at.includes("T") ? moment(at) : day(at));
  const amount: Column<AlertRow> = {
    id: "amount",
    title: t("common.amount"),
    cell: (row) => (row.amount === null ? "–" : <MoneyText fen={row.amount} />),
    numeric: true,
    total: <MoneyText fen={total} />,
  };
  const columns: Column<AlertRow>[] = [
    {
      id: "unit",
      title: t("reports.alertItem"),
      cell: (row) => <AlertLink {...{ row, about, project, opensDeals }} />,
    },
    { id: "at", title: t(`reports.alertAt_${about}`), cell: ({ at }) => at && dated(at) },
    { id: "consultant", title: t("reports.consultant"), cell: ({ consultant }) => consultant },
    ...(total > 0 ? [amount] : []),
  ];
  return (
    <>
      <PageHeader
        back={{ to: `/management/${project}/cockpit`, label: t("reports.backToCockpit") }}
        title={t(`reports.alert_${about}`)}
        lead={t("common.rows", { count: rows.length })}
      />
      <Panel flush>
        <DataTable
          caption={t(`reports.alert_${about}`)}
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("reports.alertEmpty")} />}
        />
      </Panel>
    </>
  );
}

type AlertLinkProps = { row: AlertRow } & Omit<AlertsPageProps, "rows">;

function AlertLink({ row: { id, dealId, unit }, about, project, opensDeals }: AlertLinkProps) {
  const wing = `/management/${project}`;
  const batch = about === "UNPUBLISHED" ? `${wing}/releases` : `${wing}/releases/${id}`;
  if (dealId && !opensDeals) return unit || "–";
  return <Link to={dealId ? `/onsite/${project}/deals/${dealId}` : batch}>{unit || "–"}</Link>;
}
