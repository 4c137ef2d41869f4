import { useTexts } from "~/i18n/use-texts";

/** A business day ("2026-03-02"). */
export function DateText({ day }: { day: string }) {
  return (
    <time dateTime={day} className="figures whitespace-nowrap">
      {useTexts().day(day)}
    </time>
  );
}

/** An instant by the office's clock, to the minute; `precise` to the second. */
export function MomentText({ at, precise = false }: { at: Date; precise?: boolean }) {
  const { moment, momentToTheSecond } = useTexts();
  return (
    <time dateTime={at.toISOString()} className="figures whitespace-nowrap">
      {precise ? momentToTheSecond(at) : moment(at)}
    </time>
  );
}
