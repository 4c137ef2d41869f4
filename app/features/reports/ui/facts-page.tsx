import { Link } from "@remix-run/react";
import type { Span } from "~/domain/report-period";
import { FIGURES, type FigureName } from "~/features/reports/figures";
import type { FactPage, FactRow } from "~/features/reports/list-facts.server";
import { useTexts } from "~/i18n/use-texts";
import { AreaText, MoneyText } from "~/ui/amounts";
import { type Column, DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { PageHeader } from "~/ui/page-header";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";

/** What the reader may open of what a row is about. */
type Opens = { deals: boolean; customers: boolean };
type FactsPageProps = Span & { figure: FigureName; page: FactPage; project: string; opens: Opens };

/** The rows behind one figure of the cockpit, with the same sum. */
export function FactsPage({ figure, from, to, page, project, opens }: FactsPageProps) {
  const { t, day, count } = useTexts();
  const name = t(`reports.figure_${figure}`);
  return (
    <>
      <PageHeader
        back={{ to: `/management/${project}/cockpit`, label: t("reports.backToCockpit") }}
        title={t("reports.facts", { figure: name })}
        lead={t("reports.factsLead", { from: day(from), to: day(to), count: count(page.total.count) })}
      />
      <p className="text-sm text-ink-soft">{t(`reports.def_${figure}`)}</p>
      <Panel flush>
        <DataTable
          caption={t("reports.facts", { figure: name })}
          columns={useColumns(figure, page, project, opens)}
          rows={page.rows}
          rowKey={({ seq }) => seq}
          empty={<EmptyState title={t("reports.noFacts")} />}
        />
        <Pager next={page.next} total={page.total.count} />
      </Panel>
    </>
  );
}

function useColumns(figure: FigureName, { total }: FactPage, project: string, opens: Opens): Column<FactRow>[] {
  const { t, day } = useTexts();
  const money: Column<FactRow>[] = [
    {
      id: "area",
      title: t("common.area"),
      cell: ({ area }) => <AreaText centiares={area} />,
      numeric: true,
      total: <AreaText centiares={total.area} />,
    },
    {
      id: "amount",
      title: t("common.amount"),
      cell: ({ amount }) => <MoneyText fen={amount} />,
      numeric: true,
      total: <MoneyText fen={total.amount} />,
    },
  ];
  const sized = FIGURES[figure].money ? money.filter(({ id }) => id === "amount" || figure !== "receipts") : [];
  return [
    { id: "on", title: t("reports.businessOn"), cell: ({ on }) => day(on) },
    { id: "unit", title: t("common.unit"), cell: ({ unit }) => unit, phone: "beside" },
    { id: "who", title: t("reports.consultant"), cell: ({ who }) => who ?? "–", phone: "beside" },
    ...sized,
    {
      id: "sign",
      title: t("common.note"),
      cell: ({ sign }) => sign < 0 && <StatusBadge tone="warn">{t("reports.reversal")}</StatusBadge>,
    },
    ...(opens.deals || opens.customers
      ? [
          {
            id: "open",
            title: t("common.open"),
            cell: (row: FactRow) => <FactLink row={row} project={project} opens={opens} />,
            phone: "bare" as const,
          },
        ]
      : []),
  ];
}

function FactLink({ row: { dealId, customerId }, project, opens }: { row: FactRow; project: string; opens: Opens }) {
  const { t } = useTexts();
  if (dealId && opens.deals) return <Link to={`/onsite/${project}/deals/${dealId}`}>{t("reports.toDeal")}</Link>;
  if (!customerId || !opens.customers) return "–";
  return <Link to={`/onsite/${project}/customers/${customerId}`}>{t("reports.toCustomer")}</Link>;
}
