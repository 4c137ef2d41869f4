import { CalendarDays } from "lucide-react";
import type { CalendarDayKind } from "~/domain/state-holidays";
import { useTexts } from "~/i18n/use-texts";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { Flash, Notice } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { StatusBadge, type Tone } from "~/ui/status-badge";
import { Tabs } from "~/ui/tabs";
import { CalendarForm, type CalendarFormProps } from "./calendar-form";

type Line = { from: string; to: string; kind: CalendarDayKind; name: string; source: string; by: string | null };
type CalendarPageProps = CalendarFormProps & {
  lines: readonly Line[];
  standing: { dueDates: number; signDates: number };
  year: number;
  thisYear: number;
  mayChange: boolean;
  saved: number | null;
};

const TONES: Record<CalendarDayKind, Tone> = { REST: "good", WORK: "warn", ORDINARY: "neutral" };

/** A year's holidays and worked weekends, where each comes from, and a form for more. */
export function CalendarPage(props: CalendarPageProps) {
  const { lines, standing, year, thisYear, mayChange, saved, result } = props;
  const { t } = useTexts();
  return (
    <>
      <PageHeader title={t("calendar.title")} lead={t("calendar.lead")} />
      <Flash message={saved && !result ? t("calendar.saved", { days: saved }) : null} />
      <Tabs
        label={t("calendar.year")}
        name="year"
        current={String(year)}
        tabs={[thisYear - 1, thisYear, thisYear + 1].map((one) => ({ id: String(one), label: String(one) }))}
      />
      {lines.length === 0 && <Notice tone="warn">{t("calendar.noneYet", { year })}</Notice>}
      <Panel flush>
        <Days lines={lines} />
      </Panel>
      {mayChange && (
        <Panel title={t("calendar.set")} lead={t("calendar.standing", standing)}>
          <CalendarForm {...props} />
        </Panel>
      )}
    </>
  );
}

function Days({ lines }: { lines: readonly Line[] }) {
  const { t, enumLabel, day, weekday } = useTexts();
  return (
    <DataTable
      caption={t("calendar.title")}
      rows={lines}
      rowKey={({ from }) => from}
      empty={<EmptyState icon={CalendarDays} title={t("calendar.empty")} />}
      columns={[
        {
          id: "on",
          title: t("calendar.day"),
          cell: ({ from, to }) => (
            <span className="figures flex flex-wrap gap-x-2">
              {[...new Set([from, to])].map((on, at) => (
                <span key={on} className="whitespace-nowrap">
                  {at > 0 && "– "}
                  {day(on)} <span className="text-ink-faint">{weekday(on)}</span>
                </span>
              ))}
            </span>
          ),
        },
        {
          id: "kind",
          phone: "half",
          title: t("calendar.kind"),
          cell: ({ kind }) => <StatusBadge tone={TONES[kind]}>{enumLabel("calendarDayKind", kind)}</StatusBadge>,
        },
        { id: "name", title: t("calendar.name"), cell: ({ name }) => name, phone: "half" },
        { id: "source", title: t("calendar.source"), cell: ({ source }) => source, phone: "half" },
        { id: "by", title: t("calendar.by"), cell: ({ by }) => by ?? t("calendar.state"), phone: "half" },
      ]}
    />
  );
}
