import { Inbox, UserRoundCheck } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Tabs } from "~/ui/tabs";
import type { ApprovalView } from "../list-approvals.server";
import { type Answer, AnswerDialog, type AnswerResult } from "./answer-dialog";
import { ApprovalCard } from "./approval-card";
import { ApprovalList } from "./approval-list";
import { useInboxKeys } from "./use-inbox-keys";

export const APPROVAL_TABS = ["inbox", "mine", "decided"] as const;
export type ApprovalTab = (typeof APPROVAL_TABS)[number];
export const DONE = ["APPROVED", "USED", "PENDING", "REJECTED", "WITHDRAWN"] as const;

export type ApprovalsView = {
  tab: ApprovalTab;
  waiting: number;
  items: ApprovalView[];
  chosen: ApprovalView | null;
  /** Where the next page of the list begins. */
  next: string | null;
  ask: Answer | null;
  done: (typeof DONE)[number] | null;
  key: string;
  project: string;
  /** May the caller name a substitute? */
  substitutes: boolean;
};

const EMPTY = {
  inbox: { title: "approvals.emptyInbox", text: "approvals.emptyInboxText" },
  mine: { title: "approvals.emptyMine", text: "approvals.emptyMineText" },
  decided: { title: "approvals.emptyDecided", text: null },
} as const;

/** Requests on the left, the chosen one with all its facts on the right, and its answer on top when asked. */
export function ApprovalsPage({ view, result }: { view: ApprovalsView; result: AnswerResult }) {
  const { t } = useTexts();
  const { tab, waiting, items, chosen, next, ask, done, key, project, substitutes } = view;
  const ids = items.map(({ id }) => id);
  useInboxKeys({ ids, chosenId: chosen?.id ?? null, decidable: chosen?.mine ?? false, asking: ask !== null });
  const tabs = APPROVAL_TABS.map((id) => ({
    id,
    label: t(`approvals.${id}`),
    ...(id === "inbox" && { count: waiting }),
  }));
  const empty = EMPTY[tab];
  return (
    <>
      <PageHeader
        title={t("places.approvals")}
        lead={t("approvals.lead", { count: waiting })}
        actions={
          substitutes && (
            <LinkButton to={`/management/${project}/substitutions`} icon={UserRoundCheck}>
              {t("substitution.open")}
            </LinkButton>
          )
        }
      />
      <Tabs label={t("approvals.tabs")} tabs={tabs} />
      <Flash message={done && t(`approvals.done_${done}`)} />
      {chosen ? (
        <div className="grid items-start gap-4 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <ApprovalList items={items} chosenId={chosen.id} next={next} />
          <ApprovalCard key={chosen.id} approval={chosen} about={subjectOf(chosen, project)} />
        </div>
      ) : (
        <EmptyState icon={Inbox} title={t(empty.title)} {...(empty.text && { text: t(empty.text) })} />
      )}
      {chosen && ask && <AnswerDialog approvalId={chosen.id} answer={ask} submissionKey={key} result={result} />}
    </>
  );
}

const PAGES = { price_list: "prices", release_batch: "releases" } as const;

/** The page of what is asked about, where there is one. */
function subjectOf({ dealId, subject }: ApprovalView, project: string): string | null {
  if (dealId) return `/onsite/${project}/deals/${dealId}`;
  const [noun = "", id = ""] = subject.split(":");
  if (noun === "price_list" || noun === "release_batch") return `/management/${project}/${PAGES[noun]}/${id}`;
  return noun === "customer" ? `/onsite/${project}/customers/${id}` : null;
}
