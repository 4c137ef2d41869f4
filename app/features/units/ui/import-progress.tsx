import { useRevalidator } from "@remix-run/react";
import { FileUp, LayoutGrid } from "lucide-react";
import { useEffect } from "react";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import type { ImportRunView } from "../list-import-runs.server";
import { ImportOutcome } from "./import-outcome";

const ASK_AGAIN_MS = 500;

/** An import under way, then what came of it. */
export function ImportProgress({ run, project }: { run: ImportRunView; project: string }) {
  const { t, count } = useTexts();
  const ended = run.status === "DONE" || run.status === "FAILED";
  useAskAgain(!ended);
  const { result } = run;
  return (
    <>
      <PageHeader
        title={result?.fileName ?? t("places.imports")}
        back={{ to: `/management/${project}/import`, label: t("imports.back") }}
        actions={
          ended && (
            <>
              <LinkButton to={`/management/${project}/import`} icon={FileUp}>
                {t("imports.again")}
              </LinkButton>
              <LinkButton to={`/onsite/${project}/board`} variant="primary" icon={LayoutGrid}>
                {t("imports.toBoard")}
              </LinkButton>
            </>
          )
        }
      />
      <div role="status">
        {!ended && (
          <Panel>
            <p className="mb-2 flex justify-between">
              <span>{t(run.status === "QUEUED" ? "imports.waiting" : "imports.working")}</span>
              <span className="figures text-ink-soft">
                {run.total > 0 && `${count(run.done)} / ${count(run.total)}`}
              </span>
            </p>
            <progress
              className="h-2 w-full"
              value={run.done}
              max={Math.max(run.total, 1)}
              aria-label={t("imports.working")}
            />
          </Panel>
        )}
        {run.status === "FAILED" && <Notice tone="danger">{t("imports.failed")}</Notice>}
        {result && (
          <Notice tone={result.applied ? "good" : "warn"}>
            {t(
              !result.applied
                ? "imports.unapplied"
                : result.imported + result.updated > 0
                  ? "imports.applied"
                  : "imports.nothingNew",
            )}
          </Notice>
        )}
      </div>
      {result && <ImportOutcome result={result} title={t("imports.done")} />}
    </>
  );
}

/** Loads the page's data again while the work goes on. */
function useAskAgain(wanted: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!wanted || state !== "idle") return;
    const timer = setTimeout(revalidate, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [wanted, state, revalidate]);
}
