import { Form } from "@remix-run/react";
import { FileUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
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

type Props = { runs: readonly PastImport[]; megabytes: number; error: "missing" | "large" | undefined };

/** Choose a file; and what was brought in before. A file that is too large is known before it is sent. */
export function ImportUpload({ runs, megabytes, error }: Props) {
  const { t, count } = useTexts();
  const sending = useSending();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<File>();
  const tooLarge = chosen !== undefined && chosen.size > megabytes * 1024 * 1024;
  const large = chosen ? tooLarge : error === "large";
  const missing = !chosen && error === "missing";
  const tooLargeWords = t("importProblem.file_too_large", { megabytes });
  const words = large ? tooLargeWords : missing && t("imports.fileMissing");
  // A file may be there before the page is alive.
  useEffect(() => setChosen(field.current?.files?.[0]), []);
  useEffect(() => field.current?.setCustomValidity(tooLarge ? tooLargeWords : ""), [tooLarge, tooLargeWords]);
  return (
    <>
      <PageHeader title={t("places.imports")} lead={t("imports.lead")} />
      <Panel>
        <Form method="post" encType="multipart/form-data" className="flex flex-wrap items-end gap-3">
          <div className="min-w-64 flex-1">
            <FieldFrame id="file" label={t("imports.file")} error={words || undefined}>
              <input
                ref={field}
                id="file"
                name="file"
                type="file"
                required
                accept=".csv,.txt,.xlsx,.xls"
                aria-invalid={words ? true : undefined}
                aria-describedby={words ? "file-error" : undefined}
                onChange={({ currentTarget }) => setChosen(currentTarget.files?.[0])}
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
