import { Timer } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { useServerNow } from "./clock";

const DAY_S = 86_400;

/** Time left to a deadline by the server's clock, to the second; the deadline itself stands in the title. */
export function Countdown({ until, soonMinutes = 30 }: { until: Date; soonMinutes?: number }) {
  const { t, momentToTheSecond } = useTexts();
  const now = useServerNow();
  const left = now ? Math.max(0, Math.ceil((until.getTime() - now.getTime()) / 1_000)) : null;
  const tone = left === 0 ? "text-danger" : left !== null && left <= soonMinutes * 60 ? "text-warn" : "text-ink-soft";
  return (
    <time
      dateTime={until.toISOString()}
      title={momentToTheSecond(until)}
      className={`figures inline-flex items-center gap-1 font-medium whitespace-nowrap ${tone}`}
    >
      <Timer size={14} aria-hidden />
      {left === null ? momentToTheSecond(until) : left === 0 ? t("frame.countdownOver") : <TimeLeft seconds={left} />}
    </time>
  );
}

function TimeLeft({ seconds }: { seconds: number }) {
  const { t } = useTexts();
  const days = Math.floor(seconds / DAY_S);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const clock = `${two((seconds % DAY_S) / 3_600)}:${two((seconds % 3_600) / 60)}:${two(seconds % 60)}`;
  return days > 0 ? t("frame.countdownDays", { days, clock }) : clock;
}
