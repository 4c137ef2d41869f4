import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ListChecks } from "lucide-react";
import { listJobRuns } from "~/features/accounts/list-job-runs.server";
import { RunStatus } from "~/features/accounts/ui/run-status";
import { useTexts } from "~/i18n/use-texts";
import { idCursor } from "~/platform/cursor.server";
import { requireCompany } from "~/platform/session.server";
import { DataTable } from "~/ui/data-table";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { JobBar } from "~/ui/job-bar";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";

export const handle: PageHandle = { title: ({ t }) => t("places.jobs") };

const STATUSES = ["QUEUED", "RUNNING", "DONE", "FAILED"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "job:manage");
  const query = new URL(request.url).searchParams;
  return listJobRuns(ctx, {
    status: STATUSES.find((status) => status === query.get("status")) ?? null,
    after: idCursor(query.get("after")),
  });
}

export default function Jobs() {
  const { runs, next } = useLoaderData<typeof loader>();
  const { t, enumLabel } = useTexts();
  return (
    <>
      <PageHeader title={t("places.jobs")} lead={t("system.jobsLead")} />
      <FilterBar>
        <FilterSelect
          name="status"
          label={t("common.status")}
          options={STATUSES.map((status) => ({ value: status, label: enumLabel("jobStatus", status) }))}
        />
      </FilterBar>
      <Panel flush>
        <DataTable
          caption={t("places.jobs")}
          rows={runs}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={ListChecks} title={t("system.noJobs")} />}
          columns={[
            { id: "kind", title: t("system.kind"), cell: ({ kind }) => <JobName kind={kind} /> },
            {
              id: "status",
              title: t("common.status"),
              cell: ({ status, error }) => <RunStatus status={status} error={error} />,
            },
            { id: "progress", title: t("system.progress"), cell: (run) => <JobBar {...run} /> },
            { id: "project", title: t("frame.project"), cell: ({ project }) => project ?? "—", phone: "half" },
            { id: "by", title: t("system.by"), cell: ({ by }) => by ?? t("system.theSystem"), phone: "half" },
            { id: "at", title: t("system.at"), cell: ({ createdAt }) => <MomentText at={createdAt} precise /> },
            {
              id: "finished",
              title: t("system.finished"),
              cell: ({ finishedAt }) => (finishedAt ? <MomentText at={finishedAt} precise /> : "—"),
            },
          ]}
        />
        <Pager next={next} />
      </Panel>
    </>
  );
}

const NAMES = { "units.import": "system.job_import", "backup.write": "system.job_backup" } as const;

/** What a job is called; one of a later version by its code. */
function JobName({ kind }: { kind: string }) {
  const { t } = useTexts();
  const known = Object.hasOwn(NAMES, kind);
  return known ? t(NAMES[kind as keyof typeof NAMES]) : <code className="text-sm">{kind}</code>;
}
