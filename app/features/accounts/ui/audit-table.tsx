import { Link } from "@remix-run/react";
import { FileClock } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { ListTable } from "~/ui/list-table";
import { useQueryLink } from "~/ui/query-link";
import type { AuditLine } from "../list-audit.server";
import { AuditChanges } from "./audit-changes";

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
          cell: ({ changes }) => <AuditChanges changes={changes} />,
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
