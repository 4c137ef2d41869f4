import { Link } from "@remix-run/react";
import { BellRing, ChevronRight, CircleCheck } from "lucide-react";
import type { Alert } from "~/features/reports/list-alerts.server";
import { useTexts } from "~/i18n/use-texts";
import { Panel } from "~/ui/panel";

/** What is late or waits; nothing to do is said, not left blank. */
export function AlertPanel({ alerts, base }: { alerts: readonly Alert[]; base: string }) {
  const { t, wan } = useTexts();
  const open = alerts.filter(({ count }) => count > 0);
  return (
    <Panel title={t("reports.alerts")} flush>
      {open.length === 0 && (
        <p className="flex items-center gap-2 p-4 text-ink-soft">
          <CircleCheck size={16} aria-hidden className="text-good" />
          {t("reports.noAlerts")}
        </p>
      )}
      <ul className="divide-y divide-line">
        {open.map(({ name, count, amount }) => (
          <li key={name}>
            <Link
              to={pageOf(name, base)}
              className="flex min-h-11 items-center gap-2.5 px-4 py-2 text-ink no-underline hover:bg-sunken"
            >
              <BellRing size={16} aria-hidden className="shrink-0 text-warn" />
              <span className="min-w-0 flex-1">{t(`reports.alert_${name}`)}</span>
              {amount !== null && <span className="figures text-sm text-ink-soft">{wan(amount)}</span>}
              <span className="figures font-semibold">{count}</span>
              <ChevronRight size={16} aria-hidden className="shrink-0 text-ink-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Where what waits is worked off; the rest has a list of its own. */
function pageOf(name: Alert["name"], base: string): string {
  if (name === "APPROVALS") return `${base}/approvals`;
  if (name === "ERASURE_DUE") return `${base.replace("/management/", "/onsite/")}/customers?pool=due`;
  return `${base}/alerts?about=${name}`;
}
