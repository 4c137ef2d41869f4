import type { SettingScope } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { DataTable } from "~/ui/data-table";
import { DateText, MomentText } from "~/ui/date-text";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar } from "~/ui/filter-bar";
import { KeyValues } from "~/ui/key-values";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { settingValueText } from "~/ui/setting-value";
import { StatusBadge } from "~/ui/status-badge";
import { PlaceFilter } from "./place-filter";
import { SetSettingForm } from "./set-setting-form";
import { SettingPreview } from "./setting-preview";
import { settingSourceText } from "./setting-source";
import type { SettingResult, SettingView } from "./setting-view";

type SettingPageProps = {
  setting: SettingView;
  places: readonly { value: string; name: string; scope: SettingScope }[];
  place: string;
  today: string;
  tomorrow: string;
  formKey: string;
  mayChange: boolean;
  saved: string | null;
  result: SettingResult | null;
};

/** One setting: what it does, what holds, what was set, and a new value from a day on. */
export function SettingPage(props: SettingPageProps) {
  const { setting, places, place, mayChange, saved, result } = props;
  const texts = useTexts();
  const { t, enumLabel } = texts;
  const placeName = places.find(({ value }) => value === place)?.name ?? t("settings.company");
  return (
    <>
      <PageHeader
        title={enumLabel("settingName", setting.key)}
        lead={enumLabel("settingHelp", setting.key)}
        back={{ to: `/system/settings${place ? `?place=${place}` : ""}`, label: t("places.settings") }}
      />
      <FilterBar>
        <PlaceFilter places={places} />
      </FilterBar>
      <Flash message={saved && !result ? t("settings.saved", { from: saved }) : null} />
      <Panel>
        <KeyValues
          pairs={[
            {
              key: t("settings.inForce"),
              value: <strong className="figures text-xl">{settingValueText(texts, setting.key, setting.value)}</strong>,
            },
            {
              key: t("settings.initial"),
              value: settingValueText(texts, setting.key, setting.definition.initial),
            },
            { key: t("settings.source"), value: settingSourceText(texts, setting.definition.source) },
            {
              key: t("settings.acts"),
              value: setting.definition.acts.map((act) => enumLabel("settingAct", act)).join(t("common.listComma")),
            },
          ]}
        />
      </Panel>
      {mayChange && result?.preview && (
        <SettingPreview setting={setting} place={place} placeName={placeName} preview={result.preview} />
      )}
      {mayChange && !result?.preview && (
        <Panel title={t("settings.setHere", { place: placeName })} lead={<Concerns {...setting.concerns} />}>
          <SetSettingForm {...props} key={place} />
        </Panel>
      )}
      <Panel title={t("settings.history")} flush>
        <History setting={setting} />
      </Panel>
    </>
  );
}

function Concerns({ projects, deals }: { projects: number; deals: number }) {
  const { t } = useTexts();
  return projects > 0 ? t("settings.concerns", { projects, deals }) : t("settings.concernsNobody");
}

function History({ setting: { key, history, currentId } }: { setting: SettingView }) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  return (
    <DataTable
      caption={t("settings.history")}
      rows={history}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("settings.noHistory")} />}
      columns={[
        { id: "from", title: t("settings.since"), cell: ({ effectiveFrom }) => <DateText day={effectiveFrom} /> },
        {
          id: "value",
          title: t("settings.value"),
          cell: ({ id, value }) => (
            <span className="flex items-center gap-2">
              <span className="figures font-semibold">{settingValueText(texts, key, value)}</span>
              {id === currentId && <StatusBadge tone="good">{t("settings.inForce")}</StatusBadge>}
            </span>
          ),
        },
        {
          id: "scope",
          title: t("settings.place"),
          cell: ({ scope, place }) =>
            place ? `${enumLabel("settingScope", scope)} · ${place}` : t("settings.company"),
        },
        { id: "source", title: t("settings.source"), cell: ({ source }) => settingSourceText(texts, source) },
        { id: "by", title: t("settings.by"), cell: ({ by }) => by ?? "—" },
        { id: "at", title: t("settings.recorded"), cell: ({ recordedAt }) => <MomentText at={recordedAt} /> },
      ]}
    />
  );
}
