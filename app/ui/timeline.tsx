import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { MomentText } from "./date-text";

export type TimelineEntry = {
  id: string;
  at: Date;
  icon?: LucideIcon;
  title: ReactNode;
  by?: string;
  text?: ReactNode;
};

/** What happened, newest first as the caller orders it. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="flex flex-col">
      {entries.map(({ id, at, icon: Icon, title, by, text }) => (
        <li
          key={id}
          className="relative flex gap-3 pb-4 last:pb-0 not-last:before:absolute not-last:before:top-6 not-last:before:bottom-0 not-last:before:left-3 not-last:before:border-l not-last:before:border-line"
        >
          <span className="z-1 grid size-6 shrink-0 place-items-center rounded-full bg-sunken text-ink-soft">
            {Icon ? <Icon size={14} aria-hidden /> : <span className="size-1.5 rounded-full bg-ink-faint" />}
          </span>
          <div className="min-w-0">
            <p className="font-medium">{title}</p>
            {text && <div className="text-ink-soft">{text}</div>}
            <p className="text-xs text-ink-faint">
              <MomentText at={at} />
              {by && ` · ${by}`}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
