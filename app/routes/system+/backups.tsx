import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { DatabaseBackup } from "lucide-react";
import { z } from "zod";
import { getBackups } from "~/features/accounts/get-backups.server";
import { runBackup } from "~/features/accounts/run-backup.server";
import { BackupRuns } from "~/features/accounts/ui/backup-runs";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { newId } from "~/platform/id.server";
import { requireCompany } from "~/platform/session.server";
import { useSending } from "~/ui/action-form";
import { Button } from "~/ui/button";
import { MomentText } from "~/ui/date-text";
import { KeyValues } from "~/ui/key-values";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { useJobRun } from "~/ui/use-job-run";

export const handle: PageHandle = { title: ({ t }) => t("places.backups") };

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "backup:run");
  const followed = z.uuid().safeParse(new URL(request.url).searchParams.get("run")).data ?? null;
  return { ...(await getBackups(ctx)), followed, formKey: newId() };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireCompany(request, "backup:run");
  const key = z.uuid().safeParse((await request.formData()).get("key"));
  if (!key.success) return data({ refusal: { code: "form_expired" as const } }, 400);
  const outcome = await attempt(runBackup(ctx, { key: key.data }));
  if (!outcome.ok) return data({ refusal: outcome.refusal }, 409);
  return redirect(`/system/backups?run=${outcome.value.runId}`);
}

export default function Backups() {
  const { plan, health, runs, followed, formKey } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t, count } = useTexts();
  const sending = useSending();
  return (
    <>
      <PageHeader
        title={t("places.backups")}
        lead={t("backups.lead")}
        actions={
          <Form method="post">
            <input type="hidden" name="key" value={formKey} />
            <Button type="submit" variant="primary" icon={DatabaseBackup} busy={sending}>
              {t("backups.now")}
            </Button>
          </Form>
        }
      />
      <RefusalNote refusal={result?.refusal} />
      {followed && <Followed key={followed} runId={followed} />}
      <Panel title={t("backups.plan")}>
        <KeyValues
          pairs={[
            { key: t("backups.when"), value: plan.at ? t("backups.daily", { at: plan.at }) : t("backups.never") },
            { key: t("backupHealth.lastGood"), value: health.goodAt ? <MomentText at={health.goodAt} /> : "—" },
            { key: t("backups.kept"), value: t("backups.newest", { count: count(plan.keep) }) },
            { key: t("backups.encrypted"), value: t(plan.encrypted ? "backups.yes" : "backups.no") },
            { key: t("backups.folder"), value: <code className="text-sm">{plan.folder}</code> },
          ]}
        />
        <p className="mt-4 text-sm text-ink-soft">{t("backups.restoreHint")}</p>
      </Panel>
      <Panel flush>
        <BackupRuns runs={runs} />
      </Panel>
    </>
  );
}

/** The backup that the reader asked for, until it is made; then the table tells of it. */
function Followed({ runId }: { runId: string }) {
  const { t } = useTexts();
  const status = useJobRun(runId)?.status;
  if (status === "FAILED") return null;
  return <Flash message={t(status === "DONE" ? "backups.made" : "backups.asked")} />;
}
