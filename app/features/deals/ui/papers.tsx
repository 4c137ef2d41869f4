import { FileText, Lock } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { MomentText } from "~/ui/date-text";
import { Panel } from "~/ui/panel";
import type { DealDetail } from "../get-deal.server";

/** Papers to print as the deal stands now, and those that left the office before. */
export function DealPapers({ deal, base }: { deal: DealDetail; base: string }) {
  const { t, enumLabel } = useTexts();
  const papers = `${base}/deals/${deal.id}/papers`;
  const offered = [
    ...(deal.subscription
      ? [
          { to: `${papers}/quotation`, name: enumLabel("documentKind", "QUOTATION"), number: "" },
          {
            to: `${papers}/subscription`,
            name: enumLabel("documentKind", "SUBSCRIPTION"),
            number: deal.subscription.number,
          },
        ]
      : []),
    ...(deal.contract
      ? [
          {
            to: `${papers}/contract`,
            name: enumLabel("documentKind", "CONTRACT_SUMMARY"),
            number: deal.contract.number,
          },
        ]
      : []),
    ...deal.money.receipts.map(({ id, number }) => ({
      to: `${papers}/receipts/${id}`,
      name: enumLabel("documentKind", "RECEIPT"),
      number,
    })),
  ];
  if (offered.length === 0) return null;
  return (
    <Panel title={t("papers.panel")} flush>
      <ul className="divide-y divide-line">
        {offered.map(({ to, name, number }) => (
          <li key={to}>
            <a
              href={to}
              target="_blank"
              rel="noreferrer"
              className="flex min-h-10 items-center gap-2.5 px-4 py-1.5 no-underline hover:bg-accent-soft max-sm:min-h-12"
            >
              <FileText size={16} aria-hidden className="shrink-0 text-accent" />
              <span className="min-w-0 flex-1">{name}</span>
              <span className="figures truncate text-sm text-ink-faint">{number}</span>
            </a>
          </li>
        ))}
      </ul>
      <IssuedPapers deal={deal} papers={papers} />
    </Panel>
  );
}

function IssuedPapers({ deal, papers }: { deal: DealDetail; papers: string }) {
  const { t, enumLabel } = useTexts();
  if (deal.documents.length === 0) return null;
  return (
    <details className="border-t border-line">
      <summary className="px-4 py-2 text-sm text-ink-soft">
        {t("papers.issuedBefore")} ({deal.documents.length})
      </summary>
      <ul className="pb-2 text-sm">
        {deal.documents.map(({ id, kind, number, edition, enteredAt, opens }) => (
          <li key={id}>
            {/* Without an address it is no link: its reader may not open it. */}
            <a
              {...(opens && { href: `${papers}/issued/${id}`, target: "_blank", rel: "noreferrer" })}
              className="flex flex-wrap items-center gap-x-2.5 px-4 py-1 no-underline hover:bg-accent-soft"
            >
              <span>{enumLabel("documentKind", kind)}</span>
              <span className="figures">{number}</span>
              {edition === "FULL" && (
                <span className="inline-flex items-center gap-1 text-ink-faint">
                  <Lock size={12} aria-hidden />
                  {t("papers.full")}
                </span>
              )}
              <span className="ml-auto text-ink-faint">
                <MomentText at={enteredAt} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
