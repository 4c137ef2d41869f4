import { BadgeCheck } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { useQueryLink } from "~/ui/query-link";
import type { Grant } from "./person";

/** The posts a person holds, each with the way to take it back. */
export function GrantsTable({ grants, mayEnd }: { grants: readonly Grant[]; mayEnd: boolean }) {
  const { t, enumLabel } = useTexts();
  const queryLink = useQueryLink();
  return (
    <DataTable
      caption={t("system.grants")}
      rows={grants}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={BadgeCheck} title={t("system.noGrants")} />}
      columns={[
        { id: "role", title: t("system.role"), cell: ({ role }) => enumLabel("role", role) },
        { id: "place", title: t("system.place"), cell: ({ place }) => place ?? t("system.wholeCompany") },
        { id: "partner", title: t("system.partner"), cell: ({ partner }) => partner ?? "—" },
        { id: "since", title: t("system.since"), cell: ({ since }) => <MomentText at={since} /> },
        ...(mayEnd
          ? [
              {
                id: "end",
                title: t("common.actions"),
                cell: ({ id }: Grant) => (
                  <LinkButton small to={queryLink({ ask: `end-grant.${id}`, done: null })}>
                    {t("system.endGrant")}
                  </LinkButton>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
