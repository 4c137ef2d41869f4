import { useTexts } from "~/i18n/use-texts";
import { FilterBar, FilterNumber, FilterSelect } from "~/ui/filter-bar";

const USES = ["RESIDENCE", "SHOP", "OFFICE", "PARKING", "STORAGE"] as const;

/** Narrows which units are offered for a batch. */
export function ReleaseFilterBar({ buildings }: { buildings: readonly { id: string; name: string }[] }) {
  const { t, enumLabel } = useTexts();
  return (
    <FilterBar>
      <FilterSelect
        name="building"
        label={t("management.building")}
        options={buildings.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect
        name="use"
        label={t("management.use")}
        options={USES.map((value) => ({ value, label: enumLabel("unitUse", value) }))}
      />
      <FilterNumber name="floorFrom" label={t("management.floorFrom")} />
      <FilterNumber name="floorTo" label={t("management.floorTo")} />
    </FilterBar>
  );
}
