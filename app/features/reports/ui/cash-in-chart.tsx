import { type Day, monthOf } from "~/domain/calendar";
import type { CashMonth } from "~/features/reports/cash-in.server";
import { useTexts } from "~/i18n/use-texts";
import { Chart } from "~/ui/chart";

/** Month by month: what came, and what the schedules say comes. */
export function CashInChart({ months, today }: { months: readonly CashMonth[]; today: Day }) {
  const { t, wan } = useTexts();
  const current = monthOf(today);
  const back = months.filter(({ month }) => month <= current);
  const ahead = months.filter(({ month }) => month > current);
  const sum = (of: readonly number[]) => wan(of.reduce((total, fen) => total + fen, 0));
  return (
    <Chart
      title={t("reports.cashIn")}
      unit={t("reports.yuanWan")}
      description={t("reports.cashInText", {
        back: back.length,
        received: sum(back.map(({ received }) => received)),
        ahead: ahead.length,
        due: sum(ahead.map(({ due }) => due)),
      })}
      categories={{ title: t("reports.month"), labels: months.map(({ month }) => month) }}
      series={[
        {
          label: t("reports.received"),
          values: months.map(({ month, received }) => (month > current ? null : received)),
        },
        { label: t("reports.due"), values: months.map(({ due }) => due), kind: "line", dashed: true },
      ]}
      format={wan}
      height={260}
    />
  );
}
