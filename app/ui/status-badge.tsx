import { CircleAlert, CircleCheck, CircleDashed, CircleDot, CircleX, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

export type Tone = "neutral" | "info" | "good" | "warn" | "danger";

const LOOKS: Record<Tone, { classes: string; icon: LucideIcon }> = {
  neutral: { classes: "bg-sunken text-ink-soft", icon: CircleDashed },
  info: { classes: "bg-info-soft text-info", icon: CircleDot },
  good: { classes: "bg-good-soft text-good", icon: CircleCheck },
  warn: { classes: "bg-warn-soft text-warn", icon: CircleAlert },
  danger: { classes: "bg-danger-soft text-danger", icon: CircleX },
};

/** A state in a word, with a sign of its own per tone, so that colour is never alone. */
export function StatusBadge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  const { classes, icon: Icon } = LOOKS[tone];
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-sm px-1.5 text-xs leading-5 font-medium whitespace-nowrap ${classes}`}
    >
      <Icon size={12} aria-hidden className="shrink-0" />
      {children}
    </span>
  );
}
