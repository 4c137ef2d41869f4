import { useSearchParams } from "@remix-run/react";
import { Pencil, Send, Undo2 } from "lucide-react";
import type { Refusal } from "~/domain/refusal";
import type { PriceListDetail } from "~/features/pricing/get-price-list.server";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { Flash, Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { useQueryLink } from "~/ui/query-link";
import { RefusalNote } from "~/ui/refusal-note";
import { SentBackNote } from "~/ui/sent-back-note";
import { Stat } from "~/ui/stat";
import { Tabs } from "~/ui/tabs";
import { PriceHeat } from "./price-heat";
import { PriceLinesTable } from "./price-lines-table";
import { PriceListQuestion, type PriceQuestion } from "./price-list-question";
import { PriceListStatusBadge } from "./price-list-status";

export type PriceListPageProps = {
  list: PriceListDetail;
  base: string;
  may: readonly PriceQuestion[];
  edits: boolean;
  ask: PriceQuestion | null;
  submissionKey: string;
  refusal: Refusal | null;
};

const DONE = ["draft", "request", "withdraw", "revoke"] as const;

/** One version of a phase's prices: its sum, what changed, its heat, every unit, and the next step. */
export function PriceListPage({ list, base, may, edits, ask, submissionKey, refusal }: PriceListPageProps) {
  const { t, moment } = useTexts();
  const [query] = useSearchParams();
  const done = DONE.find((one) => one === query.get("done"));
  return (
    <>
      <PageHeader
        back={{ to: base, label: t("places.prices") }}
        title={
          <>
            {list.name} <PriceListStatusBadge status={list.status} sentBack={list.sentBack !== null} />
          </>
        }
        lead={`${list.phaseName} · ${t("management.versionNo", { no: list.versionNo })} · ${t("management.effectiveAt")} ${moment(list.effectiveAt)}`}
        actions={<PriceListActions list={list} base={base} may={may} edits={edits} />}
      />
      <Flash message={done && t(`management.done_${done}`)} />
      <RefusalNote refusal={ask ? null : refusal} />
      <SentBackNote sentBack={list.sentBack} />
      {list.status === "SUBMITTED" && <Notice>{t("management.waiting")}</Notice>}
      {list.problems > 0 && <Notice tone="danger">{t("management.problems", { count: list.problems })}</Notice>}
      <PriceListFigures list={list} />
      {list.buildings.length > 1 && (
        <Tabs
          name="building"
          label={t("management.building")}
          tabs={list.buildings.map((name) => ({ id: name, label: name }))}
        />
      )}
      <div className="grid items-start gap-4 2xl:grid-cols-[auto_minmax(0,1fr)]">
        <Panel title={`${t("management.heat")} · ${list.building}`}>
          <PriceHeat lines={list.lines} />
        </Panel>
        <Panel title={`${t("management.lines")} · ${list.building}`} flush>
          <PriceLinesTable list={list} />
        </Panel>
      </div>
      {ask && <PriceListQuestion ask={ask} list={list} submissionKey={submissionKey} refusal={refusal} />}
    </>
  );
}

function PriceListActions({ list, base, may, edits }: Pick<PriceListPageProps, "list" | "base" | "may" | "edits">) {
  const { t } = useTexts();
  const queryLink = useQueryLink();
  return (
    <>
      {may.includes("withdraw") && (
        <LinkButton to={queryLink({ ask: "withdraw" })} icon={Undo2} preventScrollReset>
          {t("management.withdraw")}
        </LinkButton>
      )}
      {may.includes("revoke") && (
        <LinkButton to={queryLink({ ask: "revoke" })} icon={Undo2} preventScrollReset>
          {t("management.revoke")}
        </LinkButton>
      )}
      {list.approvalId && (
        <LinkButton to={`${base.replace(/prices$/, "approvals")}?id=${list.approvalId}`}>
          {t("management.toApprovals")}
        </LinkButton>
      )}
      {edits && (
        <LinkButton to={`${base}/${list.id}/edit`} icon={Pencil}>
          {t("management.editDraft")}
        </LinkButton>
      )}
      {may.includes("request") && (
        <LinkButton to={queryLink({ ask: "request" })} variant="primary" icon={Send} preventScrollReset>
          {t("management.request")}
        </LinkButton>
      )}
    </>
  );
}

function PriceListFigures({ list }: { list: PriceListDetail }) {
  const { t, count, wan, unitPrice } = useTexts();
  const { sum, sumBefore, comparedWith } = list;
  const note = comparedWith ? t("management.compared", { no: comparedWith.versionNo }) : t("management.comparedNone");
  const mean = (value: PriceListDetail["sum"]["mean"]) => (value === null ? "–" : unitPrice(value));
  return (
    <section className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Stat
        label={t("management.units")}
        value={count(sum.units)}
        note={t("management.changedUnits", { count: list.changed })}
      />
      <Stat label={t("management.totalPrice")} value={wan(sum.total)} note={note} />
      <Stat
        label={t("management.difference")}
        value={comparedWith ? wan(sum.total - sumBefore.total) : "–"}
        note={comparedWith && t("management.was", { value: wan(sumBefore.total) })}
      />
      <Stat
        label={t("management.meanPrice")}
        value={mean(sum.mean)}
        note={comparedWith && t("management.was", { value: mean(sumBefore.mean) })}
      />
    </section>
  );
}
