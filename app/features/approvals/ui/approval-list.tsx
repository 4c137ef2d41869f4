import { Link, useSearchParams } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { ApprovalStatusBadge } from "~/ui/approval-status";
import { MomentText } from "~/ui/date-text";
import { Pager } from "~/ui/pager";
import { useQueryLink } from "~/ui/query-link";
import type { ApprovalView } from "../list-approvals.server";

type Props = {
  items: readonly ApprovalView[];
  chosenId: string | null;
  /** Where the next page begins. */
  next: string | null;
};

/** The requests of a tab, one line each; the chosen one is marked. */
export function ApprovalList({ items, chosenId, next }: Props) {
  const { t, enumLabel } = useTexts();
  const link = useQueryLink();
  const [query] = useSearchParams();
  const after = query.get("after");
  return (
    <div className="card overflow-hidden">
      <nav aria-label={t("approvals.list")} className="max-h-[70dvh] overflow-y-auto max-lg:max-h-64">
        <ul>
          {items.map(({ id, kind, facts, status, requestedBy, requestedAt, inPlaceOf }) => (
            <li key={id} className="border-b border-line last:border-b-0">
              <Link
                to={link({ id, ask: null, done: null, after })}
                preventScrollReset
                aria-current={id === chosenId ? "true" : undefined}
                className="flex flex-col gap-0.5 border-l-3 border-transparent px-3 py-2.5 text-ink no-underline hover:bg-sunken aria-[current=true]:border-accent aria-[current=true]:bg-accent-soft"
              >
                <span className="flex items-center justify-between gap-2">
                  <span className="font-medium">{enumLabel("approvalKind", kind)}</span>
                  <ApprovalStatusBadge status={status} />
                </span>
                <span className="flex items-center justify-between gap-2 text-sm text-ink-soft">
                  <span className="truncate">
                    {[facts.unit ?? facts.scheme ?? facts.plan, facts.customer ?? facts.payer, facts.number]
                      .filter(Boolean)
                      .join(" · ") || requestedBy}
                  </span>
                  {facts.amountFen !== undefined && <MoneyText fen={facts.amountFen} />}
                </span>
                <span className="text-xs text-ink-faint">
                  {requestedBy} · <MomentText at={requestedAt} />
                  {inPlaceOf && ` · ${t("approvals.inPlaceOf", { name: inPlaceOf })}`}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {(next || after) && (
        <div className="border-t border-line">
          <Pager next={next} without={["id", "ask", "done"]} />
        </div>
      )}
    </div>
  );
}
