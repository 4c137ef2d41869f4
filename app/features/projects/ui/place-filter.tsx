import type { SettingScope } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { FilterSelect } from "~/ui/filter-bar";

type PlaceFilterProps = { places: readonly { value: string; name: string; scope: SettingScope }[] };

/** Where a setting holds: the whole company, a branch or a project. */
export function PlaceFilter({ places }: PlaceFilterProps) {
  const { t, enumLabel } = useTexts();
  return (
    <FilterSelect
      name="place"
      label={t("settings.place")}
      all={t("settings.company")}
      options={places.map(({ value, name, scope }) => ({
        value,
        label: `${enumLabel("settingScope", scope)} · ${name}`,
      }))}
    />
  );
}
