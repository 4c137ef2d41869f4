import { Check, Circle, FileText } from "lucide-react";
import { fullAddress } from "~/domain/full-address";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { EmptyState } from "~/ui/empty-state";
import { useItemName } from "~/ui/item-name";
import { KeyValues } from "~/ui/key-values";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";
import type { OwnHome } from "../get-home.server";

/** Papers of the deal to look at and keep. */
export function HomePapers({ home }: { home: OwnHome }) {
  const { t } = useTexts();
  const papers = [
    ...(home.subscription ? [{ to: "subscription", name: t("portal.subscription"), number: home.subscription }] : []),
    ...(home.contract ? [{ to: "contract", name: t("portal.contract"), number: home.contract }] : []),
  ];
  return (
    <Panel title={t("portal.papers")} flush>
      {papers.length === 0 ? (
        <p className="p-4 text-ink-soft">{t("portal.noPapers")}</p>
      ) : (
        <>
          <ul className="divide-y divide-line">
            {papers.map(({ to, name, number }) => (
              <PaperLink key={to} href={`/portal/homes/${home.id}/papers/${to}`} name={name} number={number} />
            ))}
          </ul>
          <p className="border-t border-line px-4 py-2 text-xs text-ink-faint">{t("portal.papersNote")}</p>
        </>
      )}
    </Panel>
  );
}

function PaperLink({ href, name, number }: { href: string; name: string; number: string }) {
  return (
    <li>
      <a
        href={href}
        target="_blank"
        rel="noreferrer"
        className="flex min-h-12 items-center gap-3 px-4 py-2 no-underline hover:bg-accent-soft"
      >
        <FileText size={18} aria-hidden className="shrink-0 text-accent" />
        <span className="min-w-0 flex-1 font-medium">{name}</span>
        <span className="figures truncate text-sm text-ink-faint">{number}</span>
      </a>
    </li>
  );
}

/** Money that came, each with its receipt. */
export function Receipts({ home }: { home: OwnHome }) {
  const { t, day, enumLabel } = useTexts();
  const itemName = useItemName();
  if (home.receipts.length === 0) return null;
  return (
    <Panel title={t("portal.receipts")} flush>
      <ul className="divide-y divide-line">
        {home.receipts.map((receipt) => (
          <li key={receipt.id}>
            <a
              href={`/portal/homes/${home.id}/receipts/${receipt.id}`}
              target="_blank"
              rel="noreferrer"
              className="flex min-h-14 items-center gap-3 px-4 py-2.5 no-underline hover:bg-accent-soft"
            >
              <FileText size={18} aria-hidden className="shrink-0 text-accent" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium break-words">{itemName(receipt.item)}</span>
                <span className="figures block text-xs text-ink-faint">
                  {receipt.number} · {day(receipt.receivedOn)} · {enumLabel("paymentMethod", receipt.method)}
                </span>
              </span>
              {receipt.reversed && <StatusBadge tone="danger">{t("portal.reversed")}</StatusBadge>}
              <span className={`font-semibold ${receipt.reversed ? "text-ink-faint line-through" : ""}`}>
                <MoneyText fen={receipt.amount} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The building on its way: what is planned, what is reached. */
export function Milestones({ home }: { home: OwnHome }) {
  const { t, day, enumLabel } = useTexts();
  if (home.milestones.length === 0) return <EmptyMilestones />;
  return (
    <Panel title={t("portal.milestones")}>
      <ol className="flex flex-col gap-3">
        {home.milestones.map(({ kind, plannedOn, actualOn }) => (
          <li key={kind} className="flex items-center gap-3">
            {actualOn ? (
              <Check size={18} aria-hidden className="shrink-0 text-good" />
            ) : (
              <Circle size={18} aria-hidden className="shrink-0 text-ink-faint" />
            )}
            <span className="min-w-0 flex-1">{enumLabel("milestone", kind)}</span>
            <span className={`figures text-sm ${actualOn ? "text-good" : "text-ink-soft"}`}>
              {actualOn && t("portal.reached", { day: day(actualOn) })}
              {!actualOn && plannedOn && t("portal.planned", { day: day(plannedOn) })}
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function EmptyMilestones() {
  const { t } = useTexts();
  return (
    <Panel title={t("portal.milestones")}>
      <EmptyState title={t("portal.noMilestones")} />
    </Panel>
  );
}

export function HomeFacts({ home }: { home: OwnHome }) {
  const { t, area, day } = useTexts();
  return (
    <Panel title={t("portal.unitFacts")}>
      {home.units.map((unit) => (
        <KeyValues
          key={unit.label}
          pairs={[
            { key: t("portal.building"), value: unit.building },
            { key: t("portal.layout"), value: unit.layout ?? "—" },
            { key: t("portal.gross"), value: area(unit.gross) },
            { key: t("portal.internal"), value: area(unit.internal) },
            { key: t("portal.orientation"), value: unit.orientation || "—" },
            { key: t("portal.handoverOn"), value: unit.handoverOn ? day(unit.handoverOn) : "—" },
          ]}
        />
      ))}
    </Panel>
  );
}

export function Contact({ home }: { home: OwnHome }) {
  const { t } = useTexts();
  return (
    <Panel title={t("portal.contact")}>
      <KeyValues
        pairs={[
          { key: t("portal.consultant"), value: home.consultant },
          { key: t("portal.office"), value: fullAddress(home.project), long: true },
          { key: t("portal.seller"), value: home.seller, long: true },
        ]}
      />
    </Panel>
  );
}
