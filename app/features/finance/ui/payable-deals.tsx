import { Search } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { LinkButton } from "~/ui/button";
import { type Column, DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";
import type { PayableDealRow } from "../find-payable-deals.server";

type PayableDealsProps = { rows: readonly PayableDealRow[]; asked: string; chosen: readonly string[]; pick: string };

/** Deals that money can be taken for, without a question those that await it; `pick` names the button of each. */
export function PayableDeals({ rows, asked, chosen, pick }: PayableDealsProps) {
  const { t } = useTexts();
  return (
    <Panel title={t(asked ? "finance.found" : "finance.awaiting")} flush>
      <DataTable
        caption={t(asked ? "finance.found" : "finance.awaiting")}
        columns={useColumns(chosen, pick)}
        rows={rows.filter(({ id }) => !chosen.includes(id))}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            icon={Search}
            title={t(asked ? "finance.noneFound" : "finance.noneAwaiting")}
            text={t(asked ? "finance.noneFoundText" : "finance.noneAwaitingText")}
          />
        }
      />
    </Panel>
  );
}

function useColumns(chosen: readonly string[], pick: string): Column<PayableDealRow>[] {
  const { t, enumLabel } = useTexts();
  return [
    { id: "home", title: t("finance.home"), cell: ({ units }) => units },
    { id: "customer", title: t("finance.customer"), cell: ({ customer }) => customer },
    { id: "stage", title: t("finance.stage"), phone: "beside", cell: ({ stage }) => enumLabel("dealStage", stage) },
    {
      id: "due",
      title: t("finance.nextDue"),
      cell: ({ nextDueOn }) => (nextDueOn ? <DateText day={nextDueOn} /> : "—"),
    },
    { id: "open", title: t("finance.open"), numeric: true, cell: ({ open }) => <MoneyText fen={open} /> },
    {
      id: "overdue",
      title: t("finance.overdue"),
      numeric: true,
      cell: ({ overdue }) =>
        overdue > 0 ? (
          <StatusBadge tone="danger">
            <MoneyText fen={overdue} />
          </StatusBadge>
        ) : (
          "—"
        ),
    },
    {
      id: "take",
      title: pick,
      phone: "bare",
      cell: ({ id }) => (
        <LinkButton small to={`?deals=${[...chosen, id].join(",")}`}>
          {pick}
        </LinkButton>
      ),
    },
  ];
}
