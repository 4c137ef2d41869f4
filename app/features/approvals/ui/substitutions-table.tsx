import { Form } from "@remix-run/react";
import { UserRoundCheck } from "lucide-react";
import type { SubstitutionState } from "~/domain/substitution";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { StatusBadge, type Tone } from "~/ui/status-badge";
import type { SubstitutionView } from "../list-substitutions.server";

const TONES: Record<SubstitutionState, Tone> = { COMING: "info", IN_FORCE: "good", OVER: "neutral", ENDED: "neutral" };

/** Who answers for whom and when; an open one has the button that ends it. */
export function SubstitutionsTable({ rows, formKey }: { rows: readonly SubstitutionView[]; formKey: string }) {
  const { t, enumLabel } = useTexts();
  return (
    <DataTable
      caption={t("substitution.list")}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<EmptyState icon={UserRoundCheck} title={t("substitution.none")} text={t("substitution.noneText")} />}
      columns={[
        { id: "absent", title: t("substitution.absent"), cell: ({ absent }) => absent },
        { id: "substitute", title: t("substitution.substitute"), cell: ({ substitute }) => substitute },
        {
          id: "kind",
          title: t("substitution.kind"),
          cell: ({ kind }) => (kind ? enumLabel("approvalKind", kind) : t("substitution.allKinds")),
        },
        {
          id: "days",
          title: t("substitution.days"),
          cell: ({ fromOn, untilOn }) => (
            <span className="whitespace-nowrap">
              <DateText day={fromOn} /> – <DateText day={untilOn} />
            </span>
          ),
        },
        {
          id: "state",
          title: t("substitution.state"),
          cell: ({ state }) => <StatusBadge tone={TONES[state]}>{enumLabel("substitutionState", state)}</StatusBadge>,
        },
        { id: "answered", title: t("substitution.answered"), numeric: true, cell: ({ answered }) => answered },
        { id: "reason", title: t("substitution.reason"), cell: ({ reason }) => reason },
        { id: "setBy", title: t("substitution.setBy"), cell: ({ setBy }) => setBy },
        {
          id: "end",
          title: t("common.actions"),
          cell: ({ id, endable, absent, substitute }) =>
            endable && (
              <Form method="post">
                <input type="hidden" name="key" value={formKey} />
                <input type="hidden" name="substitutionId" value={id} />
                <Button small name="act" value="end" aria-label={t("substitution.endOf", { absent, substitute })}>
                  {t("substitution.end")}
                </Button>
              </Form>
            ),
        },
      ]}
    />
  );
}
