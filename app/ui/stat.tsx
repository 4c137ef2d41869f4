import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

type StatProps = {
  label: string;
  value: ReactNode;
  /** What to compare it with: "目标 120 套". */
  note?: ReactNode;
  to?: string;
  /** How much of a target is reached, 0 to 1 and above; drawn as a bar under the figure. */
  reached?: number;
};

/** One figure at a glance. With `to` the whole tile leads to the rows behind it. */
export function Stat({ label, value, note, to, reached }: StatProps) {
  const body = (
    <>
      <span className="text-sm text-ink-soft">{label}</span>
      <span className="figures text-xl font-semibold tracking-tight sm:text-2xl">{value}</span>
      {reached !== undefined && (
        <span aria-hidden className="h-1 overflow-hidden rounded-full bg-sunken">
          <span className="block h-full bg-accent" style={{ width: `${Math.min(100, Math.max(0, reached * 100))}%` }} />
        </span>
      )}
      {note && <span className="text-xs text-ink-faint">{note}</span>}
    </>
  );
  const box = "card flex min-w-0 flex-col gap-1 px-4 py-3";
  return to ? (
    <Link to={to} className={`${box} no-underline hover:border-accent`}>
      {body}
    </Link>
  ) : (
    <div className={box}>{body}</div>
  );
}
