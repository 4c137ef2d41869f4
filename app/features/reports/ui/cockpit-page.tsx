import type { Cockpit } from "~/features/reports/get-cockpit.server";
import { useTexts } from "~/i18n/use-texts";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { Tabs } from "~/ui/tabs";
import { AlertPanel } from "./alert-panel";
import { CashInChart } from "./cash-in-chart";
import { Definitions } from "./definitions";
import { FigureGrid } from "./figure-grid";
import { FunnelChart } from "./funnel-chart";
import { SellThroughPanel } from "./sell-through-panel";

type CockpitPageProps = { cockpit: Cockpit; project: { name: string; base: string }; at: Date; ownOnly: boolean };

const PERIODS = ["MONTH", "WEEK", "TODAY"] as const;

/** What happened, what is sold, what comes in and what is late, on one page. */
export function CockpitPage({ cockpit, project, at, ownOnly }: CockpitPageProps) {
  const { t, moment } = useTexts();
  const tabs = PERIODS.map((id) => ({ id, label: t(`reports.period_${id}`) }));
  return (
    <>
      <PageHeader title={t("places.cockpit")} lead={t("reports.lead", { project: project.name, at: moment(at) })} />
      {ownOnly && <Notice>{t("reports.ownOnly")}</Notice>}
      <Tabs tabs={tabs} label={t("reports.periods")} name="period" />
      <FigureGrid cockpit={cockpit} base={project.base} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <SellThroughPanel rows={cockpit.sellThrough} money={cockpit.money} />
        <div className="flex min-w-0 flex-col gap-4">
          <AlertPanel alerts={cockpit.alerts} base={project.base} />
          <Panel>
            <FunnelChart steps={cockpit.funnel} />
          </Panel>
        </div>
      </div>
      {cockpit.cashIn && (
        <Panel>
          <CashInChart months={cockpit.cashIn} today={cockpit.today} />
        </Panel>
      )}
      <Definitions money={cockpit.money} />
    </>
  );
}
