import { Check, Undo2, X } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { ApprovalStatusBadge } from "~/ui/approval-status";
import { LinkButton } from "~/ui/button";
import { MomentText } from "~/ui/date-text";
import { Panel } from "~/ui/panel";
import { useQueryLink } from "~/ui/query-link";
import { StatusBadge } from "~/ui/status-badge";
import type { ApprovalView } from "../list-approvals.server";
import { ApprovalChain } from "./approval-chain";
import { ApprovalFacts } from "./approval-facts";

/** One request with everything needed to decide on it, and the buttons for it. */
export function ApprovalCard({ approval, about }: { approval: ApprovalView; about: string | null }) {
  const { t, enumLabel, moment } = useTexts();
  const { kind, status, reason, facts, requestedBy, requestedAt, expiresAt, awaited, mine, inPlaceOf } = approval;
  return (
    <article className="flex min-w-0 flex-col gap-4">
      <Panel
        title={
          <span className="flex flex-wrap items-center gap-2">
            {enumLabel("approvalKind", kind)} <ApprovalStatusBadge status={status} />
            {inPlaceOf && <StatusBadge tone="info">{t("approvals.inPlaceOf", { name: inPlaceOf })}</StatusBadge>}
          </span>
        }
        lead={
          <>
            {t("approvals.askedBy", { by: requestedBy, at: moment(requestedAt) })}
            {expiresAt && (
              <>
                {" · "}
                {t("approvals.expires")} <MomentText at={expiresAt} />
              </>
            )}
          </>
        }
        actions={
          about && <LinkButton to={about}>{t(approval.dealId ? "approvals.toDeal" : "approvals.toSubject")}</LinkButton>
        }
      >
        <div className="flex flex-col gap-4">
          <section>
            <h3 className="text-xs text-ink-faint">{t("approvals.reason")}</h3>
            <p className="text-base break-words whitespace-pre-wrap">{reason}</p>
          </section>
          <section className="border-t border-line pt-4">
            <h3 className="mb-2 text-sm font-medium">
              {t("approvals.facts")} <span className="font-normal text-ink-faint">· {t("approvals.factsNote")}</span>
            </h3>
            <ApprovalFacts facts={facts} />
          </section>
          <Decide approval={approval} />
          {!mine && awaited && (
            <p className="text-sm text-ink-soft">{t("approvals.notMine", { role: enumLabel("role", awaited) })}</p>
          )}
        </div>
      </Panel>
      <Panel title={t("approvals.chain")}>
        <ApprovalChain {...approval} />
      </Panel>
    </article>
  );
}

function Decide({ approval: { id, mine, own, status } }: { approval: ApprovalView }) {
  const { t } = useTexts();
  const link = useQueryLink();
  const ask = (answer: string) => link({ id, ask: answer, done: null });
  return (
    <div
      data-no-print
      className="sticky bottom-0 -mx-4 -mb-4 flex flex-wrap items-center gap-2 rounded-b-lg border-t border-line bg-surface px-4 py-3 empty:hidden max-lg:bottom-14"
    >
      {mine && (
        <>
          <LinkButton to={ask("yes")} variant="primary" icon={Check} preventScrollReset>
            {t("approvals.approve")} <kbd className="font-sans max-lg:hidden">(Y)</kbd>
          </LinkButton>
          <LinkButton to={ask("no")} icon={X} preventScrollReset>
            {t("approvals.reject")} <kbd className="font-sans max-lg:hidden">(N)</kbd>
          </LinkButton>
          <span className="text-xs text-ink-faint max-lg:hidden">{t("approvals.keys")}</span>
        </>
      )}
      {own && status === "PENDING" && (
        <LinkButton to={ask("withdraw")} icon={Undo2} preventScrollReset>
          {t("approvals.withdraw")}
        </LinkButton>
      )}
    </div>
  );
}
