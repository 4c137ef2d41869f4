import { Link, useLocation } from "@remix-run/react";
import type { SettingKey, SettingScope } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { DataTable } from "~/ui/data-table";
import { DateText } from "~/ui/date-text";
import { settingValueText } from "~/ui/setting-value";
import { StatusBadge } from "~/ui/status-badge";
import { settingSourceText } from "./setting-source";

export type SettingLine = {
  key: SettingKey;
  value: string | number;
  source: string;
  set: { scope: SettingScope; since: string; by: string | null } | null;
  next: { value: string | number; from: string } | null;
};

/** Settings with the value in force, where it was set, since when, by whom and why. */
export function SettingsTable({ caption, lines }: { caption: string; lines: readonly SettingLine[] }) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  const { search } = useLocation();
  return (
    <DataTable
      caption={caption}
      rows={lines}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        {
          id: "name",
          title: t("settings.name"),
          cell: ({ key }) => (
            <Link to={`/system/settings/${key}${search}`} className="font-medium text-accent">
              {enumLabel("settingName", key)}
            </Link>
          ),
        },
        {
          id: "value",
          phone: "beside",
          title: t("settings.value"),
          cell: ({ key, value, next }) => (
            <span className="flex flex-wrap items-center gap-x-2">
              <span className="figures font-semibold">{settingValueText(texts, key, value)}</span>
              {next && (
                <StatusBadge tone="info">
                  {t("settings.upcoming", { from: next.from, value: settingValueText(texts, key, next.value) })}
                </StatusBadge>
              )}
            </span>
          ),
        },
        {
          id: "scope",
          phone: "away",
          title: t("settings.place"),
          cell: ({ set }) => (set ? enumLabel("settingScope", set.scope) : t("settings.initial")),
        },
        {
          id: "since",
          title: t("settings.since"),
          cell: ({ set }) => set && <DateText day={set.since} />,
          phone: "away",
        },
        { id: "by", title: t("settings.by"), cell: ({ set }) => set?.by, phone: "away" },
        {
          id: "source",
          title: t("settings.source"),
          cell: ({ source }) => settingSourceText(texts, source),
          phone: "away",
        },
      ]}
    />
  );
}
