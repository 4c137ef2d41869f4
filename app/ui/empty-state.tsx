import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = { icon?: LucideIcon; title: string; text?: string; action?: ReactNode };

/** Nothing here, and what to do next. */
export function EmptyState({ icon: Icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center gap-1.5 px-4 py-10 text-center">
      {Icon && <Icon size={28} strokeWidth={1.5} aria-hidden className="text-ink-faint" />}
      <p className="font-medium">{title}</p>
      {text && <p className="max-w-prose text-sm text-ink-soft">{text}</p>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
