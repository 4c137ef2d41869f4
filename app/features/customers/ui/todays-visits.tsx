import { Link } from "@remix-run/react";
import { DoorOpen } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { type Column, DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";

export type VisitRow = {
  id: string;
  first: boolean;
  at: Date;
  servedBy: string;
  customerId: string;
  name: string;
  phone: string | null;
  owned: boolean;
};

/** Who came today, by whom served. */
export function TodaysVisits({ visits, base }: { visits: readonly VisitRow[]; base: string }) {
  const { t, time } = useTexts();
  const columns: Column<VisitRow>[] = [
    {
      id: "name",
      title: t("customers.name"),
      cell: ({ customerId, name, phone }) => (
        <>
          <Link to={`${base}/customers/${customerId}`} className="break-words">
            <bdi>{name}</bdi>
          </Link>
          <span className="figures block text-xs font-normal text-ink-faint">{phone ?? t("customers.noPhone")}</span>
        </>
      ),
    },
    {
      id: "at",
      title: t("common.time"),
      cell: ({ at }) => (
        <time dateTime={at.toISOString()} className="figures">
          {time(at)}
        </time>
      ),
    },
    {
      id: "kind",
      title: t("customers.visitKind"),
      phone: "beside",
      cell: ({ first }) => (
        <StatusBadge tone={first ? "info" : "neutral"}>{t(first ? "customers.first" : "customers.repeat")}</StatusBadge>
      ),
    },
    {
      id: "by",
      title: t("customers.servedBy"),
      cell: ({ servedBy, owned }) => (
        <span className="whitespace-nowrap">{owned ? servedBy : t("customers.ownerNone")}</span>
      ),
    },
  ];
  return (
    <Panel title={t("customers.today")} lead={t("customers.todayCount", { count: visits.length })} flush>
      <DataTable
        caption={t("customers.today")}
        columns={columns}
        rows={visits}
        rowKey={({ id }) => id}
        empty={<EmptyState icon={DoorOpen} title={t("customers.todayEmpty")} text={t("customers.todayEmptyText")} />}
      />
    </Panel>
  );
}
