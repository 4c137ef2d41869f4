import type { Day } from "~/domain/calendar";
import type { DueEvent } from "~/domain/payment-plan";
import { useTexts } from "~/i18n/use-texts";

/** When an instalment is due: its day, or the event and the days after it while that has not happened. */
export function DueText({ dueOn, event, days }: { dueOn: Day | null; event: DueEvent; days: number }) {
  const { t, enumLabel, day } = useTexts();
  if (dueOn) return <span className="figures whitespace-nowrap">{day(dueOn)}</span>;
  const word = enumLabel("dueEvent", event);
  return (
    <span className="text-ink-soft">
      {days > 0 ? t("common.dueAfter", { event: word, days }) : t("common.dueWith", { event: word })}
    </span>
  );
}
