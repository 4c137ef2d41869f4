import { Link, useSearchParams } from "@remix-run/react";
import { FileText, Handshake, type LucideIcon, MessageSquare, Receipt, UserRoundCheck } from "lucide-react";
import type { ReactNode } from "react";
import type { Texts } from "~/i18n/texts";
import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";
import { StatusBadge } from "~/ui/status-badge";
import { Timeline } from "~/ui/timeline";
import type { DealEvent, TimelineItem } from "../list-timeline.server";

const ICONS: Record<TimelineItem["type"], LucideIcon> = {
  INTERACTION: MessageSquare,
  OWNERSHIP: UserRoundCheck,
  DEAL: Handshake,
  DOCUMENT: FileText,
  RECEIPT: Receipt,
};
const DEAL_TEXTS = {
  OPENED: "customers.dealOpened",
  SUBSCRIBED: "customers.dealSubscribed",
  EFFECTIVE: "customers.dealEffective",
  CONTRACTED: "customers.dealContracted",
  ENDED: "customers.dealEnded",
} as const satisfies Record<DealEvent, string>;

type TimelineProps = { items: readonly TimelineItem[]; next: string | null; base: string };

/** Contacts, owners, deals, papers and money of one customer in one line of time. */
export function CustomerTimeline({ items, next, base }: TimelineProps) {
  const texts = useTexts();
  const { t } = texts;
  const [query] = useSearchParams();
  return (
    <Panel title={t("customers.timeline")}>
      {items.length === 0 ? (
        <p className="text-ink-soft">{t("customers.timelineEmpty")}</p>
      ) : (
        <Timeline
          entries={items.map((item) => ({
            id: item.id,
            at: item.at,
            icon: ICONS[item.type],
            ...(item.by ? { by: item.by } : {}),
            ...words(item, texts, base),
          }))}
        />
      )}
      {(next || query.has("after")) && <Pager next={next} />}
    </Panel>
  );
}

function words(item: TimelineItem, texts: Texts, base: string): { title: ReactNode; text?: ReactNode } {
  const { t, enumLabel } = texts;
  switch (item.type) {
    case "INTERACTION":
      return contactWords(item, texts);
    case "OWNERSHIP": {
      const kind = enumLabel("ownershipKind", item.kind);
      const title = item.to
        ? t("customers.ownershipTo", { kind, to: item.to })
        : t("customers.ownershipPool", { kind });
      const more = [item.from && t("customers.from", { from: item.from }), item.reason].filter(Boolean).join(" · ");
      return more ? { title, text: more } : { title };
    }
    case "DEAL": {
      const params = { unit: item.unit, stage: enumLabel("dealStage", item.stage) };
      return { title: <Link to={`${base}/deals/${item.dealId}`}>{t(DEAL_TEXTS[item.event], params)}</Link> };
    }
    case "DOCUMENT": {
      const params = { kind: enumLabel("documentKind", item.kind), number: item.number };
      return { title: <Link to={`${base}/deals/${item.dealId}`}>{t("customers.documentIssued", params)}</Link> };
    }
    case "RECEIPT":
      return { title: t("customers.receiptIssued", { number: item.number }), text: <MoneyText fen={item.amountFen} /> };
  }
}

function contactWords(item: Extract<TimelineItem, { type: "INTERACTION" }>, { t, enumLabel, day }: Texts) {
  return {
    title: (
      <span className="inline-flex flex-wrap items-center gap-2">
        {enumLabel("interactionKind", item.kind)}
        {!item.reached && <StatusBadge tone="warn">{t("customers.notReachedMark")}</StatusBadge>}
      </span>
    ),
    text: (
      <>
        {item.text && <p className="whitespace-pre-wrap break-words">{item.text}</p>}
        {item.nextOn && <p className="text-sm text-accent">{t("customers.nextOnMark", { on: day(item.nextOn) })}</p>}
      </>
    ),
  };
}
