import type { Instalment } from "~/domain/payment-plan";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "./amounts";
import { type Column, DataTable } from "./data-table";
import { DueText } from "./due-text";
import { useItemName } from "./item-name";
import { Panel } from "./panel";

type PlannedScheduleProps = { title: string; plan?: string; lines: readonly Instalment[]; total: number };

/** What a plan makes of a price, before any of it is owed. */
export function PlannedSchedule({ title, plan, lines, total }: PlannedScheduleProps) {
  const { t } = useTexts();
  const itemName = useItemName();
  const columns: Column<Instalment>[] = [
    { id: "item", title: t("deals.instalment"), cell: (line) => itemName(line.item) },
    {
      id: "due",
      title: t("deals.due"),
      cell: ({ due, dueOn }) => (
        <DueText dueOn={dueOn} event={due.event} days={due.event === "FIXED_DATE" ? 0 : due.days} />
      ),
    },
    {
      id: "amount",
      title: t("deals.amount"),
      numeric: true,
      cell: (line) => <MoneyText fen={line.amount} />,
      total: <MoneyText fen={total} />,
    },
  ];
  return (
    <Panel title={title} lead={plan} flush>
      <DataTable
        caption={title}
        columns={columns}
        rows={lines}
        rowKey={({ lineId }) => lineId ?? "earnest"}
        empty={null}
      />
    </Panel>
  );
}
