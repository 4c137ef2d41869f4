import { Form } from "@remix-run/react";
import type { Refusal } from "~/domain/refusal";
import type { BatchUnit } from "~/features/units/units-to-release.server";
import { useTexts } from "~/i18n/use-texts";
import { useSending } from "~/ui/action-form";
import { AreaText, MoneyText } from "~/ui/amounts";
import { Button } from "~/ui/button";
import { type Column, DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Field } from "~/ui/field";
import { FilterBar, FilterNumber, FilterSelect } from "~/ui/filter-bar";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { StatusBadge } from "~/ui/status-badge";

type Choosable = BatchUnit & { problem: Refusal | null };
type DraftReleasePageProps = {
  units: readonly Choosable[];
  buildings: readonly { id: string; name: string }[];
  opensAt: string;
  submissionKey: string;
  back: string;
  result:
    | { values: { name: string; opensAt: string }; errors: Record<string, string[]>; refusal: Refusal | null }
    | undefined;
};

/** Which units open when. The filter narrows what is offered; what is marked goes into the batch. */
export function DraftReleasePage({ units, buildings, opensAt, submissionKey, back, result }: DraftReleasePageProps) {
  const { t, count, formError, enumLabel } = useTexts();
  const sending = useSending();
  const uses = (["RESIDENCE", "SHOP", "OFFICE", "PARKING", "STORAGE"] as const).map((value) => ({
    value,
    label: enumLabel("unitUse", value),
  }));
  return (
    <>
      <PageHeader
        title={t("management.newBatch")}
        back={{ to: back, label: t("places.releases") }}
        lead={t("management.chooseText", { count: count(units.length) })}
      />
      <FilterBar>
        <FilterSelect
          name="building"
          label={t("management.building")}
          options={buildings.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FilterSelect name="use" label={t("management.use")} options={uses} />
        <FilterNumber name="floorFrom" label={t("management.floorFrom")} />
        <FilterNumber name="floorTo" label={t("management.floorTo")} />
      </FilterBar>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="key" value={submissionKey} />
        <RefusalNote refusal={result?.refusal} />
        <Panel>
          <div className="grid items-start gap-4 sm:grid-cols-[2fr_1fr_auto]">
            <Field
              id="batch-name"
              name="name"
              label={t("management.batchName")}
              defaultValue={result?.values.name}
              error={formError(result?.errors.name)}
              required
              maxLength={40}
            />
            <Field
              id="batch-opens"
              name="opensAt"
              type="datetime-local"
              label={t("management.opensAt")}
              hint={t("management.opensAtHint")}
              defaultValue={result?.values.opensAt ?? opensAt}
              error={formError(result?.errors.opensAt)}
              required
            />
            <Button variant="primary" busy={sending} className="sm:mt-6">
              {t("management.draftIt")}
            </Button>
          </div>
          <p role="alert" className="text-sm text-danger empty:hidden">
            {formError(result?.errors.unitIds)}
          </p>
        </Panel>
        <Panel title={t("management.choose")} flush>
          <UnitChoiceTable units={units} />
        </Panel>
      </Form>
    </>
  );
}

function UnitChoiceTable({ units }: { units: readonly Choosable[] }) {
  const { t } = useTexts();
  const columns: Column<Choosable>[] = [
    {
      id: "unit",
      title: t("common.unit"),
      cell: ({ id, label }) => (
        <label className="flex min-h-7 items-center gap-2">
          <input type="checkbox" name="unitIds" value={id} defaultChecked className="size-4.5" />
          {label}
        </label>
      ),
    },
    { id: "building", title: t("management.building"), cell: ({ buildingName }) => buildingName },
    {
      id: "area",
      title: t("common.area"),
      cell: (unit) => <AreaText centiares={unit.grossCentiares} />,
      numeric: true,
    },
    {
      id: "list",
      title: t("management.list"),
      cell: ({ list }) => (list === null ? "–" : <MoneyText fen={list} />),
      numeric: true,
    },
    {
      id: "permit",
      title: t("management.permit"),
      cell: ({ permitNumber }) => permitNumber ?? t("management.noPermit"),
    },
    {
      id: "state",
      title: t("common.status"),
      cell: ({ problem }) =>
        problem ? (
          <StatusBadge tone="warn">{t(`refusals.${problem.code}`)}</StatusBadge>
        ) : (
          <StatusBadge tone="good">{t("management.ready")}</StatusBadge>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("management.choose")}
      columns={columns}
      rows={units}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("management.chooseText", { count: 0 })} />}
    />
  );
}
