import { DatabaseBackup } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { DataTable } from "~/ui/data-table";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { JobBar } from "~/ui/job-bar";
import type { getBackups } from "../get-backups.server";
import { RunStatus } from "./run-status";

type Run = Awaited<ReturnType<typeof getBackups>>["runs"][number];

/** Backups, newest first: how each went and where it lies. */
export function BackupRuns({ runs }: { runs: readonly Run[] }) {
  const { t, count } = useTexts();
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
          cell: ({ status, error }) => <RunStatus status={status} error={error} />,
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
