import type { InputHTMLAttributes, ReactNode } from "react";
import type { ChoosableUnit } from "~/features/units/list-choosable.server";
import { useTexts } from "~/i18n/use-texts";
import { type Column, DataTable } from "~/ui/data-table";
import { StatusBadge } from "~/ui/status-badge";
import { useUnitColumns } from "./use-unit-columns";

type UnitChoiceTableProps<Unit> = {
  caption: string;
  units: readonly Unit[];
  /** How the box that marks a unit behaves. */
  box: (unit: Unit) => InputHTMLAttributes<HTMLInputElement>;
  empty: ReactNode;
};

/** Units to mark, each with what would keep it from opening. */
export function UnitChoiceTable<Unit extends ChoosableUnit>({
  caption,
  units,
  box,
  empty,
}: UnitChoiceTableProps<Unit>) {
  const { t } = useTexts();
  const columns: Column<Unit>[] = [
    {
      id: "unit",
      title: t("common.unit"),
      cell: (unit) => (
        <label className="flex min-h-7 items-center gap-2">
          <input type="checkbox" name="unitIds" value={unit.id} className="size-4.5" {...box(unit)} />
          {unit.label}
        </label>
      ),
    },
    ...useUnitColumns<Unit>(),
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
  return <DataTable caption={caption} columns={columns} rows={units} rowKey={({ id }) => id} empty={empty} />;
}
