import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { getHealth } from "~/features/accounts/get-health.server";
import { useTexts } from "~/i18n/use-texts";
import { requireCompany } from "~/platform/session.server";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Stat } from "~/ui/stat";
import { StatusBadge } from "~/ui/status-badge";

export const handle: PageHandle = { title: ({ t }) => t("system.health") };

export async function loader({ request }: LoaderFunctionArgs) {
  return getHealth(await requireCompany(request, "job:manage"));
}

export default function Health() {
  const health = useLoaderData<typeof loader>();
  const { t, count } = useTexts();
  const megabytes = (bytes: number) => t("system.megabytes", { mb: count(Math.round(bytes / 1_048_576)) });
  return (
    <>
      <PageHeader title={t("system.health")} lead={t("system.healthLead")} />
      <div className="grid gap-3 sm:grid-cols-3">
        <Stat label={t("system.database")} value={<State good={health.database} />} />
        <Stat label={t("system.migrations")} value={<State good={health.migrations} />} />
        <Stat label={t("system.jobRunner")} value={<State good={health.jobs} />} />
      </div>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <Stat label={t("system.serverVersion")} value={health.version.split(" ")[0]} />
        <Stat label={t("system.databaseSize")} value={megabytes(health.size)} />
        <Stat label={t("system.memory")} value={megabytes(health.memoryBytes)} />
        <Stat
          label={t("system.uptime")}
          value={t("system.hours", { hours: Math.floor(health.uptimeSeconds / 3_600) })}
        />
        <Stat label={t("system.waitingJobs")} value={count(health.waitingJobs)} to="/system/jobs" />
        <Stat label={t("system.failedJobs")} value={count(health.failedJobs)} to="/system/jobs?status=FAILED" />
        <Stat label={t("system.waitingMessages")} value={count(health.waitingMessages)} to="/system/outbox" />
        <Stat label={t("system.unsealed")} value={count(health.unsealed)} to="/system/audit?check=1" />
      </div>
    </>
  );
}

function State({ good }: { good: boolean }) {
  const { t } = useTexts();
  return <StatusBadge tone={good ? "good" : "danger"}>{t(good ? "system.good" : "system.bad")}</StatusBadge>;
}
