import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";

export type StepState = "done" | "current" | "open";
export type Step = { label: string; note?: ReactNode; state: StepState };

const DOTS: Record<StepState, string> = {
  done: "bg-accent border-accent text-accent-ink",
  current: "bg-surface border-accent text-accent",
  open: "bg-surface border-line-strong text-ink-faint",
};
const WORDS = { done: "frame.stepDone", current: "frame.stepCurrent", open: "frame.stepOpen" } as const;

/** Where something stands on its way: in a row on a wide screen, one under the other on a phone. */
export function ProgressLine({ steps, label }: { steps: readonly Step[]; label?: string }) {
  const { t } = useTexts();
  return (
    <ol aria-label={label ?? t("frame.progress")} className="flex max-sm:flex-col sm:gap-0">
      {steps.map((step, at) => (
        <li
          key={step.label}
          aria-current={step.state === "current" ? "step" : undefined}
          className="relative flex min-w-0 flex-1 gap-2.5 pb-3 sm:flex-col sm:gap-1.5 sm:pb-0"
        >
          {at > 0 && (
            <span
              aria-hidden
              className={`absolute max-sm:-top-3 max-sm:left-[11px] max-sm:h-3 max-sm:border-l-2 sm:top-[11px] sm:right-[calc(100%-2px)] sm:left-[calc(-100%+26px)] sm:border-t-2 ${step.state === "open" ? "border-line" : "border-accent"}`}
            />
          )}
          <span
            aria-hidden
            className={`figures grid size-6 shrink-0 place-items-center rounded-full border-2 text-xs font-semibold ${DOTS[step.state]}`}
          >
            {step.state === "done" ? <Check size={14} strokeWidth={3} /> : at + 1}
          </span>
          <span className="min-w-0 sm:pr-3">
            <span className={`block ${step.state === "current" ? "font-semibold" : ""}`}>
              {step.label}
              <span className="sr-only"> ({t(WORDS[step.state])})</span>
            </span>
            {step.note && <span className="block text-xs text-ink-faint">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
