import { Form } from "@remix-run/react";
import { FileUp } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FieldFrame, INPUT } from "~/ui/field-frame";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import type { PastImport } from "../list-import-runs.server";

/** Choose a file; and what was brought in before. */
export function ImportUpload({ runs, error }: { runs: readonly PastImport[]; error: string | undefined }) {
  const { t, count } = useTexts();
  const sending = useSending();
  return (
    <>
      <PageHeader title={t("imports.title")} lead={t("imports.lead")} />
      <Panel>
        <Form method="post" encType="multipart/form-data" className="flex flex-wrap items-end gap-3">
          <div className="min-w-64 flex-1">
            <FieldFrame id="file" label={t("imports.file")} error={error}>
              <input
                id="file"
                name="file"
                type="file"
                required
                accept=".csv,.txt,.xlsx,.xls"
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? "file-error" : undefined}
                className={`${INPUT} file:mr-3 file:rounded-sm file:border-0 file:bg-sunken file:px-2 file:py-1`}
              />
            </FieldFrame>
          </div>
          <Button variant="primary" icon={FileUp} busy={sending}>
            {t("imports.read")}
          </Button>
        </Form>
      </Panel>
      <Panel title={t("imports.recent")} flush>
        <DataTable
          caption={t("imports.recent")}
          rows={runs}
          rowKey={({ id }) => id}
          empty={<EmptyState icon={FileUp} title={t("imports.noRuns")} />}
          columns={[
            { id: "file", title: t("imports.runFile"), cell: ({ fileName }) => fileName },
            { id: "at", title: t("imports.runAt"), cell: ({ at }) => <MomentText at={at} /> },
            { id: "by", title: t("imports.runBy"), cell: ({ by }) => by },
            {
              id: "result",
              title: t("imports.runResult"),
              cell: ({ imported, updated, unchanged }) =>
                t("imports.runSummary", {
                  imported: count(imported),
                  updated: count(updated),
                  unchanged: count(unchanged),
                }),
            },
          ]}
        />
      </Panel>
    </>
  );
}
