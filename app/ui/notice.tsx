import { CircleCheck, Info, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type NoticeTone = "info" | "good" | "warn" | "danger";

const LOOKS: Record<NoticeTone, { classes: string; icon: LucideIcon }> = {
  info: { classes: "border-info bg-info-soft text-info", icon: Info },
  good: { classes: "border-good bg-good-soft text-good", icon: CircleCheck },
  warn: { classes: "border-warn bg-warn-soft text-warn", icon: TriangleAlert },
  danger: { classes: "border-danger bg-danger-soft text-danger", icon: OctagonAlert },
};

/** A line that everyone on the page should read. Put it into a `role="status"` place when it comes after an action. */
export function Notice({ tone = "info", children }: { tone?: NoticeTone; children: ReactNode }) {
  const { classes, icon: Icon } = LOOKS[tone];
  return (
    <div className={`flex gap-2 rounded-md border px-3 py-2 ${classes}`}>
      <Icon size={18} aria-hidden className="mt-0.5 shrink-0" />
      <div className="min-w-0">{children}</div>
    </div>
  );
}

/** What just succeeded, on the page one lands on after a form. Always there, so that it is read out when it comes. */
export function Flash({ message }: { message: string | null | undefined }) {
  return (
    <div role="status" className="empty:absolute">
      {message && <Notice tone="good">{message}</Notice>}
    </div>
  );
}
