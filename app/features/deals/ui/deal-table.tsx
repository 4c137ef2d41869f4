import { Link } from "@remix-run/react";
import { Handshake } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { Countdown } from "~/ui/countdown";
import type { Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { ListTable } from "~/ui/list-table";
import { StageBadge } from "~/ui/stage-badge";
import { StatusBadge } from "~/ui/status-badge";
import type { DealRow } from "../list-deals.server";

type DealTableProps = { rows: readonly DealRow[]; base: string; filtered: boolean; total: bigint };

/** The pipeline, one deal a row. */
export function DealTable({ rows, base, filtered, total }: DealTableProps) {
  const { t, enumLabel } = useTexts();
  const columns: Column<DealRow>[] = [
    {
      id: "unit",
      title: t("common.unit"),
      sortable: true,
      cell: (row) => (
        <Link to={`${base}/deals/${row.id}`} className="font-medium">
          {row.units}
        </Link>
      ),
    },
    { id: "customer", title: t("deals.customer"), sortable: true, cell: (row) => row.customer },
    { id: "stage", title: t("deals.stage"), phone: "beside", cell: (row) => <StageBadge stage={row.stage} /> },
    {
      id: "step",
      title: t("deals.step"),
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-1.5">
          {enumLabel("dealStep", row.step)}
          {row.lateFen > 0n && <StatusBadge tone="danger">{t("deals.need_late")}</StatusBadge>}
        </span>
      ),
    },
    { id: "deadline", title: t("deals.deadline"), sortable: true, cell: (row) => <Deadline row={row} /> },
    {
      id: "price",
      title: t("deals.price"),
      numeric: true,
      sortable: true,
      cell: (row) => (row.dealFen === null ? "—" : <MoneyText fen={row.dealFen} />),
      total: <MoneyText fen={total} />,
    },
    {
      id: "received",
      title: t("deals.received"),
      numeric: true,
      cell: (row) => (row.paidFen === 0n ? "—" : <MoneyText fen={row.paidFen} />),
    },
    { id: "consultant", title: t("deals.consultant"), sortable: true, cell: (row) => row.consultant },
    {
      id: "number",
      title: t("deals.number"),
      sortable: true,
      cell: ({ number }) => (number ? <span className="figures">{number}</span> : "—"),
    },
  ];
  return (
    <ListTable
      name="deals"
      caption={t("places.deals")}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          icon={Handshake}
          title={t(filtered ? "deals.noMatch" : "deals.none")}
          {...(filtered ? {} : { text: t("deals.noneText") })}
        />
      }
    />
  );
}

function Deadline({ row }: { row: DealRow }) {
  const { t, day } = useTexts();
  if (row.stage === "HELD" && row.holdUntil) return <Countdown until={row.holdUntil} />;
  if (row.stage === "RESERVED" && row.signBy) return <>{t("deals.signByDay", { day: day(row.signBy) })}</>;
  return <>—</>;
}
