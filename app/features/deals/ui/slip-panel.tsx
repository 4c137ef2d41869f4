import { useTexts } from "~/i18n/use-texts";
import { ApprovalStatusBadge } from "~/ui/approval-status";
import { MomentText } from "~/ui/date-text";
import { Panel } from "~/ui/panel";
import type { DealDetail } from "../get-deal.server";

/** What was asked about the deal, by whom, and what became of it. */
export function SlipPanel({ deal }: { deal: DealDetail }) {
  const { t, enumLabel } = useTexts();
  if (deal.approvals.length === 0) return null;
  return (
    <Panel title={t("deals.approvals")}>
      <ul className="flex flex-col gap-3">
        {deal.approvals.map(({ id, kind, status, requestedBy, requestedAt, reason, awaited }) => (
          <li key={id}>
            <p className="flex flex-wrap items-center gap-2 font-medium">
              {enumLabel("approvalKind", kind)}
              <ApprovalStatusBadge status={status} />
              {awaited && <span className="text-sm text-ink-soft">{enumLabel("role", awaited)}</span>}
            </p>
            <p className="text-sm text-ink-soft">{reason}</p>
            <p className="text-xs text-ink-faint">
              {requestedBy} · <MomentText at={requestedAt} />
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
