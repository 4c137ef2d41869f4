import { useTexts } from "~/i18n/use-texts";
import { ProgressLine, type Step } from "~/ui/progress-line";
import type { WayPoint } from "../home-parts.server";

/** How far a home has come, from the subscription to the keys. */
export function WayLine({ way, live }: { way: readonly WayPoint[]; live: boolean }) {
  const { t, enumLabel, day } = useTexts();
  const current = live ? way.findIndex(({ done }) => !done) : -1;
  const steps: Step[] = way.map(({ name, on, done }, at) => ({
    label: enumLabel("wayPoint", name),
    note: on ? day(on) : null,
    state: done ? "done" : at === current ? "current" : "open",
  }));
  return <ProgressLine label={t("portal.way")} steps={steps} />;
}

/** The same in one glance, for a card: dots on a line, and the word of where it stands. */
export function WayDots({ way, live }: { way: readonly WayPoint[]; live: boolean }) {
  const { t, enumLabel } = useTexts();
  const current = live ? way.findIndex(({ done }) => !done) : -1;
  return (
    <ol aria-label={t("portal.way")} className="grid grid-cols-5 gap-1.5">
      {way.map(({ name, done }, at) => (
        <li key={name} aria-current={at === current ? "step" : undefined} className="flex min-w-0 flex-col gap-1">
          <span
            aria-hidden
            className={`h-1.5 rounded-full ${done ? "bg-accent" : at === current ? "border border-accent bg-accent-soft" : "bg-sunken"}`}
          />
          <span
            className={`truncate text-2xs ${at === current ? "font-semibold text-accent" : done ? "text-ink-soft" : "text-ink-faint"}`}
          >
            {enumLabel("wayPoint", name)}
            <span className="sr-only"> ({t(done ? "frame.stepDone" : "frame.stepOpen")})</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
