import { Link } from "@remix-run/react";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** What stands beside the title and is no part of the page's name. */
  beside?: ReactNode;
  /** One line under the title: what, where, how many. */
  lead?: ReactNode;
  back?: { to: string; label: string };
  /** Buttons on the right; the one primary among them comes last. */
  actions?: ReactNode;
};

/** The page's one h1 with what can be done here. */
export function PageHeader({ title, beside, lead, back, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {back && (
          <Link
            to={back.to}
            className="mb-0.5 inline-flex items-center gap-0.5 text-sm text-ink-soft no-underline hover:text-accent max-sm:-my-2 max-sm:py-3"
          >
            <ChevronLeft size={14} aria-hidden />
            {back.label}
          </Link>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xl">{title}</h1>
          {beside}
        </div>
        {lead && <p className="mt-0.5 text-base text-ink-soft">{lead}</p>}
      </div>
      {actions && (
        <div data-no-print className="flex flex-wrap items-center gap-2">
          {actions}
        </div>
      )}
    </header>
  );
}
