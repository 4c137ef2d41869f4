import { MessageSquareText } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { DataTable } from "~/ui/data-table";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { StatusBadge } from "~/ui/status-badge";
import type { ChoiceLine, KindChoice, SentLine } from "../list-choices.server";
import { HELD_BACK } from "./held-back";

/** Which messages the customer gets now. */
export function ChoicesNow({ kinds }: { kinds: readonly KindChoice[] }) {
  const { t, enumLabel } = useTexts();
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {kinds.map(({ kind, wanted }) => (
        <li key={kind} className="flex items-center gap-1.5">
          {enumLabel("messageKind", kind)}
          <StatusBadge tone={wanted ? "good" : "warn"}>{t(wanted ? "message.yes" : "message.no")}</StatusBadge>
        </li>
      ))}
    </ul>
  );
}

/** What was said, when and how: the proof. */
export function ChoiceHistory({ history }: { history: readonly ChoiceLine[] }) {
  const { t, enumLabel } = useTexts();
  return (
    <DataTable
      caption={t("message.history")}
      rows={history}
      rowKey={({ id }) => id}
      empty={<p className="p-4 text-ink-soft">{t("message.nothingSaid")}</p>}
      columns={[
        { id: "at", title: t("message.at"), cell: ({ at }) => <MomentText at={at} precise /> },
        {
          id: "kind",
          title: t("message.kind"),
          cell: ({ kind }) => (kind ? enumLabel("messageKind", kind) : t("message.allKinds")),
        },
        {
          id: "said",
          title: t("message.said"),
          cell: ({ wanted }) => (
            <StatusBadge tone={wanted ? "good" : "warn"}>{t(wanted ? "message.yes" : "message.no")}</StatusBadge>
          ),
        },
        { id: "way", title: t("message.way"), cell: ({ way }) => enumLabel("choiceWay", way) },
        { id: "proof", title: t("message.proof"), cell: ({ proof }) => <span className="break-words">{proof}</span> },
        { id: "by", title: t("message.by"), cell: ({ by }) => by ?? "—" },
      ]}
    />
  );
}

/** What the project wrote to the customer. */
export function SentMessages({ sent }: { sent: readonly SentLine[] }) {
  const { t, enumLabel } = useTexts();
  return (
    <DataTable
      caption={t("message.sent")}
      rows={sent}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={MessageSquareText} title={t("message.noneSent")} />}
      columns={[
        { id: "at", title: t("message.at"), cell: ({ at }) => <MomentText at={at} /> },
        { id: "kind", title: t("message.kind"), cell: ({ kind }) => enumLabel("messageKind", kind) },
        {
          id: "text",
          title: t("message.text"),
          cell: ({ text }) => <span className="block max-w-2xl break-words">{text ?? t("message.wordsGone")}</span>,
        },
        {
          id: "status",
          title: t("message.state"),
          cell: ({ status, why }) => {
            const held = HELD_BACK.find((one) => one === why);
            return (
              <span className="flex flex-col">
                <span>{enumLabel("messageStatus", status)}</span>
                {held && <span className="text-xs text-ink-faint">{enumLabel("heldBack", held)}</span>}
              </span>
            );
          },
        },
      ]}
    />
  );
}
