import { Link, useSearchParams } from "@remix-run/react";
import { useTexts } from "~/i18n/use-texts";
import { buttonClass } from "./button";
import { useQueryLink } from "./query-link";

type PagerProps = {
  /** Cursor of the next page; null on the last. */
  next: string | null;
  /** All rows that match, where it was counted. */
  total?: number;
  /** What of the address belongs to this page alone. */
  without?: readonly string[];
};

/** Keyset paging: on to the next rows, or back to the start; the browser's back button does the rest. */
export function Pager({ next, total, without = [] }: PagerProps) {
  const { t, count } = useTexts();
  const [query] = useSearchParams();
  const queryLink = useQueryLink();
  const left = Object.fromEntries(without.map((name) => [name, null]));
  const link = buttonClass({ variant: "plain", small: true });
  return (
    <nav
      aria-label={t("frame.pages")}
      className="flex items-center justify-between gap-3 px-3 py-2 text-sm text-ink-soft"
    >
      <span className="figures">{total !== undefined && t("frame.rows", { count: count(total) })}</span>
      <span className="flex gap-2">
        {query.has("after") && (
          <Link to={queryLink(left)} className={link}>
            {t("frame.firstPage")}
          </Link>
        )}
        {next && (
          <Link to={queryLink({ ...left, after: next })} className={link}>
            {t("frame.nextPage")}
          </Link>
        )}
      </span>
    </nav>
  );
}
