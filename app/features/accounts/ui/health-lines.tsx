import { Link } from "@remix-run/react";
import type { TextKey } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { StatusBadge } from "~/ui/status-badge";
import type { getHealth } from "../get-health.server";

type Health = Awaited<ReturnType<typeof getHealth>>;
type Line = { name: TextKey; good: boolean; says: string; to?: string };

const BACKUP_WORDS = {
  GOOD: "backupHealth.good",
  NONE: "backupHealth.none",
  OLD: "backupHealth.old",
  FAILED: "backupHealth.failed",
} as const;

/** The parts that the office leans on, one line each: does it work, and what stands behind the answer. */
export function HealthLines({ health, keysGood }: { health: Health; keysGood: boolean }) {
  const { t, count } = useTexts();
  const jobs = { waiting: count(health.waitingJobs), failed: count(health.failedJobs) };
  const lines: Line[] = [
    { name: "system.database", good: health.database, says: t("system.databaseSays") },
    {
      name: "system.migrations",
      good: health.migrations,
      says: t(health.migrations ? "system.migrationsSay" : "system.migrationsBad"),
    },
    { name: "system.dataKeys", good: keysGood, says: t(keysGood ? "system.dataKeysSay" : "system.dataKeysBad") },
    {
      name: "system.jobRunner",
      good: health.jobs && health.failedJobs === 0,
      says: health.jobs ? t("system.jobsSay", jobs) : t("system.jobsBad"),
      to: health.failedJobs > 0 ? "/system/jobs?status=FAILED" : "/system/jobs",
    },
    {
      name: "places.backups",
      good: health.backups.state === "GOOD",
      says: t(BACKUP_WORDS[health.backups.state]),
      to: "/system/backups",
    },
    {
      name: "places.outbox",
      good: true,
      says: t("system.outboxSays", { waiting: count(health.waitingMessages) }),
      to: "/system/outbox",
    },
    {
      name: "places.audit",
      good: true,
      says: t("system.auditSays", { unsealed: count(health.unsealed) }),
      to: "/system/audit?check=1",
    },
  ];
  return (
    <ul className="divide-y divide-line">
      {lines.map((line) => (
        <HealthLine key={line.name} {...line} />
      ))}
    </ul>
  );
}

function HealthLine({ name, good, says, to }: Line) {
  const { t } = useTexts();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)_auto]">
      <span className="font-medium">{to ? <Link to={to}>{t(name)}</Link> : t(name)}</span>
      <span className="text-sm text-ink-soft max-sm:order-last max-sm:col-span-2">{says}</span>
      <StatusBadge tone={good ? "good" : "danger"}>{t(good ? "system.good" : "system.bad")}</StatusBadge>
    </li>
  );
}
