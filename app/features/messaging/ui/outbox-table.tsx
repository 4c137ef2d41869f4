import { Form } from "@remix-run/react";
import { Inbox } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { ListTable } from "~/ui/list-table";
import { StatusBadge, type Tone } from "~/ui/status-badge";
import type { MessageLine } from "../list-outbox.server";
import { HELD_BACK } from "./held-back";

const TONES: Record<MessageLine["status"], Tone> = {
  WAITING: "info",
  SENT: "good",
  KEPT: "neutral",
  FAILED: "danger",
  SUPPRESSED: "warn",
};

/** Messages with their words, parts, state and what holds them back; those that may go again have a button. */
export function OutboxTable({ messages, formKey }: { messages: readonly MessageLine[]; formKey: string }) {
  const { t, enumLabel } = useTexts();
  return (
    <ListTable
      name="outbox"
      caption={t("places.outbox")}
      rows={messages}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={Inbox} title={t("system.noMessages")} />}
      columns={[
        { id: "at", title: t("system.at"), cell: ({ createdAt }) => <MomentText at={createdAt} precise /> },
        {
          id: "kind",
          title: t("message.kind"),
          phone: "beside",
          cell: ({ kind, channel }) => (
            <span className="flex flex-col whitespace-nowrap">
              <span>{kind ? enumLabel("messageKind", kind) : "—"}</span>
              <span className="text-xs text-ink-faint">{enumLabel("messageChannel", channel)}</span>
            </span>
          ),
        },
        {
          id: "to",
          title: t("system.to"),
          cell: ({ to }) => <span className="figures inline-block break-words sm:min-w-44">{to ?? "—"}</span>,
          phone: "bare",
        },
        { id: "text", title: t("system.text"), cell: (message) => <Words {...message} />, phone: "bare" },
        { id: "status", title: t("common.status"), cell: (message) => <State {...message} />, phone: "half" },
        {
          id: "again",
          title: t("common.actions"),
          cell: ({ id, kind, status }) =>
            kind &&
            kind !== "ONE_TIME_CODE" &&
            status !== "WAITING" &&
            status !== "SUPPRESSED" && (
              <Form method="post">
                <input type="hidden" name="key" value={formKey} />
                <input type="hidden" name="messageId" value={id} />
                <Button small aria-label={`${t("message.again")} ${enumLabel("messageKind", kind)}`}>
                  {t("message.again")}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}

function Words({ subject, text, parts }: MessageLine) {
  const { t } = useTexts();
  if (text === null) return <span className="text-ink-faint">{t("message.wordsGone")}</span>;
  return (
    <span className="flex max-w-2xl flex-col gap-0.5">
      {subject && <span className="font-medium break-words">{subject}</span>}
      <span className="break-words whitespace-pre-line">{text}</span>
      {parts !== null && (
        <span className="text-xs text-ink-faint">{t("message.parts", { characters: text.length, parts })}</span>
      )}
    </span>
  );
}

function State({ status, why, attempts, lastError, dueAt }: MessageLine) {
  const { t, enumLabel } = useTexts();
  const held = HELD_BACK.find((one) => one === why);
  return (
    <span className="flex flex-col items-start gap-0.5">
      <StatusBadge tone={TONES[status]}>{enumLabel("messageStatus", status)}</StatusBadge>
      {held && <span className="text-sm text-ink-soft">{enumLabel("heldBack", held)}</span>}
      {status === "WAITING" && (held || attempts > 0) && (
        <span className="text-xs text-ink-faint">
          {t("message.next")} <MomentText at={dueAt} />
        </span>
      )}
      {lastError && (
        <span className="text-xs break-words text-ink-soft">{t("message.tried", { attempts, error: lastError })}</span>
      )}
    </span>
  );
}
