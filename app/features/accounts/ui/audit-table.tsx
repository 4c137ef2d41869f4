import { Link } from "@remix-run/react";
import { ArrowRight, FileClock } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { ListTable } from "~/ui/list-table";
import { useQueryLink } from "~/ui/query-link";
import type { AuditChange, AuditLine } from "../list-audit.server";

/** Who did what to what, with what was and what became of it. */
export function AuditTable({ entries }: { entries: readonly AuditLine[] }) {
  const { t, enumLabel } = useTexts();
  return (
    <ListTable
      name="audit"
      caption={t("places.audit")}
      rows={entries}
      rowKey={({ seq }) => seq}
      empty={<EmptyState icon={FileClock} title={t("system.noAudit")} />}
      columns={[
        { id: "at", title: t("system.at"), cell: ({ at }) => <MomentText at={at} precise /> },
        {
          id: "actor",
          title: t("system.actor"),
          cell: ({ actor }) => <span className="whitespace-nowrap">{actor ?? t("system.theSystem")}</span>,
          phone: "beside",
        },
        {
          id: "action",
          title: t("system.action"),
          cell: ({ action }) => <span title={action}>{enumLabel("auditAction", action)}</span>,
          phone: "bare",
        },
        {
          id: "subject",
          title: t("system.subject"),
          phone: "bare",
          cell: (line) => <Subject {...line} />,
        },
        {
          id: "changes",
          title: t("system.changes"),
          cell: ({ changes }) => <Changes changes={changes} />,
          phone: "bare",
        },
        { id: "reason", title: t("common.reason"), cell: ({ reason }) => reason },
      ]}
    />
  );
}

/** What it was done to; a press shows all that was done to it. */
function Subject({ subject, noun, named, project }: AuditLine) {
  const { enumLabel } = useTexts();
  const queryLink = useQueryLink();
  return (
    <span className="flex flex-col">
      <Link to={queryLink({ subject })} title={subject}>
        {enumLabel("auditNoun", noun)} {named ?? <code className="text-xs">{`…${subject.slice(-6)}`}</code>}
      </Link>
      {project && <span className="text-xs text-ink-faint">{project}</span>}
    </span>
  );
}

/** Of a row that an entry names; its end tells rows of a page apart. */
const ID = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{6}([0-9a-f]{6})\b/g;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|\+00:00)$/;

function Changes({ changes }: { changes: readonly AuditChange[] }) {
  const { t, momentToTheSecond } = useTexts();
  const legible = (value: string) => (INSTANT.test(value) ? momentToTheSecond(value) : value.replace(ID, "…$1"));
  if (changes.length === 0) return null;
  return (
    <ul className="flex max-w-xl flex-col gap-0.5 text-sm">
      {changes.map(({ name, before, after }) => (
        <li key={name} className="flex flex-wrap items-center gap-x-1.5">
          <span className="text-ink-faint">{name}</span>
          {before !== null && <span className="break-all line-through decoration-ink-faint">{legible(before)}</span>}
          {before !== null && <ArrowRight size={12} aria-hidden className="text-ink-faint" />}
          <span className="break-all">{after === null ? t("system.nothing") : legible(after)}</span>
        </li>
      ))}
    </ul>
  );
}
