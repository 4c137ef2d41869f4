import { DatabaseBackup } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { DataTable } from "~/ui/data-table";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { JobBar } from "~/ui/job-bar";
import { StatusBadge } from "~/ui/status-badge";
import type { getBackups } from "../get-backups.server";
import { useRunError } from "./run-error";

type Run = Awaited<ReturnType<typeof getBackups>>["runs"][number];

const TONES = { QUEUED: "neutral", RUNNING: "info", DONE: "good", FAILED: "danger" } as const;

/** Backups, newest first: how each went and where it lies. */
export function BackupRuns({ runs }: { runs: readonly Run[] }) {
  const { t, enumLabel, count } = useTexts();
  const why = useRunError();
  return (
    <DataTable
      caption={t("places.backups")}
      rows={runs}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={DatabaseBackup} title={t("backups.noRuns")} />}
      columns={[
        { id: "at", title: t("backups.begun"), cell: ({ createdAt }) => <MomentText at={createdAt} precise /> },
        {
          id: "status",
          title: t("common.status"),
          cell: ({ status, error }) => (
            <span className="flex flex-wrap items-center gap-2">
              <StatusBadge tone={TONES[status]}>{enumLabel("jobStatus", status)}</StatusBadge>
              {error && <span className="text-sm text-ink-soft">{why(error)}</span>}
            </span>
          ),
        },
        {
          id: "progress",
          title: t("system.progress"),
          cell: ({ status, done, total }) => (status === "RUNNING" ? <JobBar done={done} total={total} /> : "—"),
        },
        { id: "by", title: t("system.by"), cell: ({ asked }) => t(asked ? "backups.byHand" : "backups.byPlan") },
        {
          id: "size",
          title: t("backups.size"),
          cell: ({ written }) => (written ? t("system.megabytes", { mb: count(megabytes(written.bytes)) }) : "—"),
        },
        { id: "rows", title: t("backups.rows"), cell: ({ written }) => (written ? count(written.rows) : "—") },
        {
          id: "file",
          title: t("backups.file"),
          cell: ({ written }) =>
            written ? <code className="text-sm">{written.file.split(/[\\/]/).at(-1)}</code> : "—",
        },
      ]}
    />
  );
}

/** Whole ones, but never none. */
function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1_048_576));
}
