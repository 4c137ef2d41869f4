import { useSearchParams } from "@remix-run/react";
import { Pencil, Rocket, Send, Undo2 } from "lucide-react";
import type { Refusal } from "~/domain/refusal";
import type { BatchDetail } from "~/features/units/list-release-batches.server";
import type { ReleaseStepName } from "~/features/units/release-form";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { type Column, DataTable } from "~/ui/data-table";
import { Flash, Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { useQueryLink } from "~/ui/query-link";
import { RefusalNote } from "~/ui/refusal-note";
import { SentBackNote } from "~/ui/sent-back-note";
import { GuardNotes } from "~/ui/setting-note";
import { StatusBadge } from "~/ui/status-badge";
import { ReleaseQuestion } from "./release-question";
import { ReleaseStatusBadge } from "./release-status";
import { useUnitColumns } from "./use-unit-columns";

export type ReleasePageProps = {
  batch: BatchDetail;
  permits: readonly { id: string; number: string }[];
  base: string;
  may: readonly ReleaseStepName[];
  edits: boolean;
  ask: ReleaseStepName | null;
  submissionKey: string;
  refusal: Refusal | null;
};

const DONE = ["draft", "request", "withdraw", "cancel", "release", "assign"] as const;

/** One batch: what it opens and when, what stands in the way, and the next step. */
export function ReleasePage({ batch, permits, base, may, edits, ask, submissionKey, refusal }: ReleasePageProps) {
  const { t, moment, count } = useTexts();
  const [query] = useSearchParams();
  const done = DONE.find((one) => one === query.get("done"));
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("places.releases") }}
        title={
          <>
            {batch.name} <ReleaseStatusBadge status={batch.status} sentBack={batch.sentBack !== null} />
          </>
        }
        lead={`${t("management.opensAt")} ${moment(batch.releasedAt ?? batch.opensAt)} · ${t("management.units")} ${count(batch.units.length)}`}
        actions={<ReleaseActions batch={batch} base={base} may={may} edits={edits} />}
      />
      <Flash message={done && t(`management.done_${done}`)} />
      <RefusalNote refusal={ask ? null : refusal} />
      <SentBackNote sentBack={batch.sentBack} />
      <GuardNotes of={batch.warnings} />
      {batch.status === "REQUESTED" && <Notice>{t("management.waiting")}</Notice>}
      {batch.withoutPermit > 0 && (
        <Notice tone="warn">{t("management.assignText", { count: batch.withoutPermit })}</Notice>
      )}
      {batch.problems > 0 && <Notice tone="warn">{t("management.blocked", { count: batch.problems })}</Notice>}
      <Panel title={t("management.batchUnits")} flush>
        <BatchUnitsTable batch={batch} />
      </Panel>
      {ask && (
        <ReleaseQuestion ask={ask} batch={batch} permits={permits} submissionKey={submissionKey} refusal={refusal} />
      )}
    </>
  );
}

const LOOKS = {
  assign: { text: "management.assign", icon: undefined, variant: "plain" },
  withdraw: { text: "management.withdraw", icon: Undo2, variant: "plain" },
  cancel: { text: "management.cancelBatch", icon: Undo2, variant: "plain" },
  request: { text: "management.request", icon: Send, variant: "primary" },
  release: { text: "management.openNow", icon: Rocket, variant: "primary" },
} as const;
const ORDER = ["withdraw", "cancel", "assign", "request", "release"] as const;

function ReleaseActions({ batch, base, may, edits }: Pick<ReleasePageProps, "batch" | "base" | "may" | "edits">) {
  const { t } = useTexts();
  const queryLink = useQueryLink();
  return (
    <>
      {edits && (
        <LinkButton to={`${base}/${batch.id}/edit`} icon={Pencil}>
          {t("management.editDraft")}
        </LinkButton>
      )}
      {ORDER.filter((step) => may.includes(step)).map((step) => (
        <LinkButton
          key={step}
          to={queryLink({ ask: step, done: null })}
          variant={LOOKS[step].variant}
          icon={LOOKS[step].icon}
          preventScrollReset
        >
          {t(LOOKS[step].text)}
        </LinkButton>
      ))}
      {batch.approvalId && (
        <LinkButton to={`${base.replace(/releases$/, "approvals")}?id=${batch.approvalId}`}>
          {t("management.toApprovals")}
        </LinkButton>
      )}
    </>
  );
}

function BatchUnitsTable({ batch: { units, problems } }: { batch: BatchDetail }) {
  const { t } = useTexts();
  const total = units.reduce((sum, { list }) => sum + (list ?? 0), 0);
  const problem: Column<BatchDetail["units"][number]> = {
    id: "problem",
    title: t("management.blockedReason"),
    cell: (unit) => unit.problem && <StatusBadge tone="warn">{t(`refusals.${unit.problem.code}`)}</StatusBadge>,
  };
  const columns: Column<BatchDetail["units"][number]>[] = [
    { id: "unit", title: t("common.unit"), cell: ({ label }) => label },
    ...useUnitColumns<BatchDetail["units"][number]>(total),
    ...(problems > 0 ? [problem] : []),
  ];
  return (
    <DataTable
      caption={t("management.batchUnits")}
      columns={columns}
      rows={units}
      rowKey={({ id }) => id}
      empty={null}
    />
  );
}
