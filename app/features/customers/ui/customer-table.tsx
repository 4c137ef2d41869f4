import { Link } from "@remix-run/react";
import { Users } from "lucide-react";
import { businessDay } from "~/domain/calendar";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import type { Column } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { ListTable } from "~/ui/list-table";
import { StatusBadge, type Tone } from "~/ui/status-badge";
import type { CustomerRow, CustomerTotals } from "../list-customers.server";
import { SOURCES } from "../needs";

const TONES: Record<CustomerRow["stage"], Tone> = {
  PROSPECT: "neutral",
  INTERESTED: "info",
  COMMITTED: "warn",
  BUYER: "good",
  LOST: "danger",
};

const EMPTY = {
  customers: { title: "customers.emptyTitle", text: "customers.emptyText" },
  pool: { title: "customers.poolEmptyTitle", text: "customers.poolEmptyText" },
  due: { title: "customers.dueEmptyTitle", text: "customers.dueEmptyText" },
} as const;

type CustomerTableProps = {
  rows: readonly CustomerRow[];
  totals: CustomerTotals;
  base: string;
  /** In the public pool rows are claimed instead of opened. */
  view: "customers" | "pool" | "due";
  claims: boolean;
  opens: boolean;
};

/** Customers with what one needs to choose the next call; in the pool, with the button to claim. */
export function CustomerTable({ rows, totals, base, view, claims, opens }: CustomerTableProps) {
  const { t, count } = useTexts();
  const columns = useColumns(base, opens);
  const last: Column<CustomerRow> = {
    id: "claim",
    title: t("common.actions"),
    phone: "bare",
    cell: ({ id }) => (
      <LinkButton small to={`${base}/customers/claim/${id}`} preventScrollReset>
        {t("customers.claim")}
      </LinkButton>
    ),
  };
  const next: Column<CustomerRow> = {
    id: "nextOn",
    title: t("customers.nextOn"),
    cell: ({ nextOn }) => (nextOn ? <DateText day={nextOn} /> : "—"),
    total: t("customers.totalDeals", { count: totals.withDeal }),
  };
  return (
    <ListTable
      name={view}
      caption={t("customers.lead", { count: count(totals.count) })}
      columns={[...columns(totals), next, ...(view === "pool" && claims ? [last] : [])]}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={Users} title={t(EMPTY[view].title)} text={t(EMPTY[view].text)} />}
    />
  );
}

function useColumns(base: string, opens: boolean): (totals: CustomerTotals) => Column<CustomerRow>[] {
  const { t, enumLabel } = useTexts();
  const sourceOf = (source: string) => {
    const known = SOURCES.find((one) => one === source);
    return known ? enumLabel("customerSource", known) : source || "—";
  };
  return (totals) => [
    {
      id: "name",
      title: t("customers.name"),
      sortable: true,
      cell: ({ id, name }) =>
        opens ? (
          <Link to={`${base}/customers/${id}`} className="block max-w-56 truncate" title={name}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <bdi>{name}</bdi>
        ),
    },
    {
      id: "phone",
      title: t("customers.phone"),
      cell: ({ phone }) => <span className="figures whitespace-nowrap">{phone ?? t("customers.noPhone")}</span>,
    },
    {
      id: "owner",
      title: t("customers.owner"),
      sortable: true,
      cell: ({ ownerName }) => ownerName ?? t("customers.ownerNone"),
    },
    {
      id: "grade",
      title: t("customers.grade"),
      sortable: true,
      cell: ({ grade }) => grade ?? "—",
      total: t("customers.totalGradeA", { count: totals.gradeA }),
    },
    {
      id: "stage",
      title: t("customers.stage"),
      sortable: true,
      phone: "beside",
      cell: ({ stage }) => <StatusBadge tone={TONES[stage]}>{enumLabel("customerStage", stage)}</StatusBadge>,
    },
    { id: "source", title: t("customers.sourceShort"), cell: ({ source }) => sourceOf(source) },
    {
      id: "visits",
      title: t("customers.visits"),
      sortable: true,
      numeric: true,
      cell: ({ visits }) => visits,
      total: t("customers.totalVisits", { count: totals.visits }),
    },
    {
      id: "lastFollowUp",
      title: t("customers.lastFollowUp"),
      sortable: true,
      cell: ({ lastFollowUpAt }) => (lastFollowUpAt ? <DateText day={businessDay(lastFollowUpAt)} /> : "—"),
    },
  ];
}
