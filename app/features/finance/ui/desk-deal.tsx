import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { type Column, DataTable } from "~/ui/data-table";
import { DueText } from "~/ui/due-text";
import { useItemName } from "~/ui/item-name";
import { LateFeeRule } from "~/ui/late-fee-note";
import { Panel } from "~/ui/panel";
import { StatusBadge, type Tone } from "~/ui/status-badge";
import type { DeskDeal } from "../get-cash-desk.server";

type Line = DeskDeal["schedule"]["lines"][number];
const TONES: Record<Line["state"], Tone> = { PAID: "good", OPEN: "info", OVERDUE: "danger" };

/** One deal on the desk: who, which home, and everything that is owed with its state today. */
export function DeskDealPanel({ deal }: { deal: DeskDeal }) {
  const { t, enumLabel } = useTexts();
  const { units, customer, buyers, stage, schedule } = deal;
  const lead = [
    enumLabel("dealStage", stage),
    buyers.length > 0 && t("finance.buyers", { names: buyers.join(t("common.listComma")) }),
  ];
  return (
    <Panel title={`${units} · ${customer}`} lead={lead.filter(Boolean).join(" · ")} flush>
      <DataTable
        caption={t("finance.schedule")}
        columns={useColumns(schedule.totals)}
        rows={schedule.lines}
        rowKey={({ id }) => id}
        empty={<p className="p-4 text-ink-soft">{t("finance.noSchedule")}</p>}
      />
      {schedule.totals.lateFee > 0 && (
        <div className="border-t border-line px-4 py-3">
          <LateFeeRule fee={schedule.fee} />
        </div>
      )}
    </Panel>
  );
}

function useColumns(totals: DeskDeal["schedule"]["totals"]): Column<Line>[] {
  const { t, enumLabel } = useTexts();
  const itemName = useItemName();
  return [
    { id: "item", title: t("finance.item"), cell: ({ item }) => itemName(item) },
    {
      id: "due",
      title: t("finance.dueOn"),
      cell: ({ dueOn, dueEvent, dueDays }) => <DueText dueOn={dueOn} event={dueEvent} days={dueDays} />,
    },
    {
      id: "owed",
      title: t("finance.owed"),
      numeric: true,
      cell: ({ amount }) => <MoneyText fen={amount} />,
      total: <MoneyText fen={totals.owed} />,
    },
    {
      id: "open",
      title: t("finance.open"),
      numeric: true,
      cell: ({ open }) => <MoneyText fen={open} />,
      total: <MoneyText fen={totals.open} />,
    },
    {
      id: "late",
      title: t("finance.lateFee"),
      numeric: true,
      cell: ({ late }) => (late.fee > 0 ? <MoneyText fen={late.fee} /> : "—"),
      total: totals.lateFee > 0 ? <MoneyText fen={totals.lateFee} /> : "—",
    },
    {
      id: "state",
      title: t("finance.state"),
      phone: "beside",
      cell: ({ state }) => <StatusBadge tone={TONES[state]}>{enumLabel("receivableState", state)}</StatusBadge>,
    },
  ];
}
