import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { businessDay, parseDay } from "~/domain/calendar";
import { listSettings } from "~/features/projects/list-settings.server";
import { listSettingPlaces, placeFrom } from "~/features/projects/setting-place.server";
import { PlaceFilter } from "~/features/projects/ui/place-filter";
import { SettingsTable } from "~/features/projects/ui/settings-table";
import { useTexts } from "~/i18n/use-texts";
import { requireCompany } from "~/platform/session.server";
import { DateField } from "~/ui/date-field";
import { FilterBar } from "~/ui/filter-bar";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Panel } from "~/ui/panel";

export const handle: PageHandle = { title: ({ t }) => t("places.settings") };

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireCompany(request, "setting:read");
  const query = new URL(request.url).searchParams;
  const on = parseDay(query.get("on") ?? "") ?? businessDay(ctx.now);
  const [groups, places] = await Promise.all([
    listSettings(ctx, placeFrom(query.get("place")), on),
    listSettingPlaces(),
  ]);
  return { groups, places, on };
}

export default function Settings() {
  const { groups, places, on } = useLoaderData<typeof loader>();
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("places.settings")} lead={t("settings.lead")} />
      <FilterBar>
        <PlaceFilter places={places} />
        <DateField id="on" name="on" label={t("settings.on")} defaultValue={on} />
      </FilterBar>
      {(["desk", "money", "costs", "legal", "messages"] as const).map((group) => (
        <Panel key={group} title={t(`settings.group_${group}`)} flush>
          <SettingsTable caption={t(`settings.group_${group}`)} lines={groups[group]} />
        </Panel>
      ))}
    </>
  );
}
