import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { type Column, DataTable } from "~/ui/data-table";
import { DueText } from "~/ui/due-text";
import { useItemName } from "~/ui/item-name";
import { LateFeeNote, LateFeeRule } from "~/ui/late-fee-note";
import { Panel } from "~/ui/panel";
import { PlannedSchedule } from "~/ui/planned-schedule";
import { StatusBadge } from "~/ui/status-badge";
import type { DealDetail } from "../get-deal.server";

type Line = DealDetail["money"]["lines"][number];
const TONES = { PAID: "good", OPEN: "neutral", OVERDUE: "danger" } as const;

/** What is owed and when, what is paid, open and overdue; before the signature, what the draft says. */
export function SchedulePanel({ deal }: { deal: DealDetail }) {
  const { t, money } = useTexts();
  const { lines, overdue } = deal.money;
  const draft = deal.subscription;
  if (lines.length === 0) {
    return draft && <PlannedSchedule title={t("deals.schedule")} lines={draft.schedule} total={draft.dealFen} />;
  }
  return (
    <Panel
      title={t("deals.schedule")}
      flush
      {...(overdue > 0
        ? { actions: <StatusBadge tone="danger">{t("deals.overdue", { amount: money(overdue) })}</StatusBadge> }
        : {})}
    >
      <ScheduleTable deal={deal} />
      <LateFees deal={deal} />
    </Panel>
  );
}

function ScheduleTable({ deal }: { deal: DealDetail }) {
  const { t, enumLabel } = useTexts();
  const itemName = useItemName();
  const { lines, owed, paid, open } = deal.money;
  const columns: Column<Line>[] = [
    { id: "item", title: t("deals.instalment"), cell: (line) => itemName(line.item) },
    {
      id: "due",
      title: t("deals.due"),
      cell: (line) => <DueText dueOn={line.dueOn} event={line.dueEvent} days={line.dueDays} />,
    },
    {
      id: "state",
      title: t("common.status"),
      phone: "beside",
      cell: (line) => <StatusBadge tone={TONES[line.state]}>{enumLabel("receivableState", line.state)}</StatusBadge>,
    },
    {
      id: "amount",
      title: t("deals.amount"),
      numeric: true,
      cell: (line) => <MoneyText fen={line.amount} />,
      total: <MoneyText fen={owed} />,
    },
    {
      id: "paid",
      title: t("deals.paid"),
      numeric: true,
      cell: (line) => <MoneyText fen={line.allocated} />,
      total: <MoneyText fen={paid} />,
    },
    {
      id: "open",
      title: t("deals.open"),
      numeric: true,
      cell: (line) => <MoneyText fen={line.open} />,
      total: <MoneyText fen={open} />,
    },
  ];
  return (
    <DataTable caption={t("deals.schedule")} columns={columns} rows={lines} rowKey={(line) => line.id} empty={null} />
  );
}

function LateFees({ deal }: { deal: DealDetail }) {
  const { t, day, money } = useTexts();
  const itemName = useItemName();
  const { on, lines, lateFee, fee } = deal.money;
  return (
    <div className="flex flex-col gap-2 border-t border-line px-4 py-3">
      {lateFee > 0 && (
        <p className="text-sm text-ink-soft">{t("finance.lateFeeTotal", { day: day(on), amount: money(lateFee) })}</p>
      )}
      {lines
        .filter(({ late }) => late.fee > 0)
        .map(({ id, item, late }) => (
          <LateFeeNote key={id} late={late} item={itemName(item)} />
        ))}
      <LateFeeRule fee={fee} />
    </div>
  );
}

/** Receipts of the deal. */
export function ReceiptPanel({ deal }: { deal: DealDetail }) {
  const { t, day } = useTexts();
  const itemName = useItemName();
  const { receipts, receipted } = deal.money;
  if (receipts.length === 0) return null;
  const columns: Column<(typeof receipts)[number]>[] = [
    { id: "number", title: t("deals.number"), cell: (row) => <span className="figures">{row.number}</span> },
    { id: "item", title: t("deals.instalment"), cell: (row) => itemName(row.item) },
    { id: "on", title: t("common.date"), cell: (row) => (row.on ? day(row.on) : "") },
    {
      id: "amount",
      title: t("deals.amount"),
      numeric: true,
      cell: (row) => <MoneyText fen={row.amount} />,
      total: <MoneyText fen={receipted} />,
    },
  ];
  return (
    <Panel title={t("deals.receipts")} flush>
      <DataTable
        caption={t("deals.receipts")}
        columns={columns}
        rows={receipts}
        rowKey={(row) => row.id}
        empty={null}
      />
    </Panel>
  );
}
