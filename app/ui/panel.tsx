import type { ReactNode } from "react";

type PanelProps = { title?: ReactNode; lead?: ReactNode; actions?: ReactNode; flush?: boolean; children: ReactNode };

/** A sheet of paper on the page: a titled group of things. `flush` lets a table reach the edges. */
export function Panel({ title, lead, actions, flush = false, children }: PanelProps) {
  return (
    <section className="card min-w-0">
      {(title || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-2 border-b border-line px-4 py-2.5">
          <div>
            {title && <h2 className="text-base">{title}</h2>}
            {lead && <p className="text-sm text-ink-soft">{lead}</p>}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
      )}
      <div className={flush ? "" : "panel-body p-4"}>{children}</div>
    </section>
  );
}
