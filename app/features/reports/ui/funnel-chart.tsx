import { WHOLE } from "~/domain/rate";
import type { Cockpit } from "~/features/reports/get-cockpit.server";
import { useTexts } from "~/i18n/use-texts";
import { Chart } from "~/ui/chart";

/** From first visit to contract, in the period. */
export function FunnelChart({ steps }: { steps: Cockpit["funnel"] }) {
  const { t, percent, count } = useTexts();
  const first = steps[0]?.count ?? 0;
  const share = (value: number) => percent(Math.round((value * (WHOLE / 1_000)) / first) * 1_000);
  const label = (kind: (typeof steps)[number]["kind"], value: number) => {
    const word = t(`reports.funnel_${kind}`);
    return first > 0 && kind !== "VISIT_FIRST" ? `${word} ${share(value)}` : word;
  };
  return (
    <Chart
      title={t("reports.funnel")}
      unit={t("reports.count")}
      description={t("reports.funnelText", { first, last: steps.at(-1)?.count ?? 0 })}
      categories={{ title: t("reports.stage"), labels: steps.map((step) => label(step.kind, step.count)) }}
      series={[{ label: t("reports.count"), values: steps.map((step) => step.count) }]}
      shape="sideways"
      format={(value) => count(Math.round(value))}
      height={200}
    />
  );
}
