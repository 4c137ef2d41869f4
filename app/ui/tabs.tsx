import { Link, useSearchParams } from "@remix-run/react";
import { useQueryLink } from "./query-link";

type Tab = { id: string; label: string; count?: number };
type TabsProps = {
  tabs: readonly Tab[];
  label: string;
  name?: string;
  /** Where something else than the address decides which one is current. */
  current?: string;
};

/** Parts of one page, kept in the query (`?tab=money`), so that they can be shared and need no JavaScript. */
export function Tabs({ tabs, label, name = "tab", current: given }: TabsProps) {
  const queryLink = useQueryLink();
  const asked = useTab(tabs, name);
  const current = given ?? asked;
  return (
    <nav aria-label={label} className="flex gap-1 overflow-x-auto border-b border-line">
      {tabs.map(({ id, label: word, count }, at) => (
        <Link
          key={id}
          to={queryLink({ [name]: at === 0 && given === undefined ? null : id })}
          preventScrollReset
          aria-current={id === current ? "page" : undefined}
          className="-mb-px border-b-2 border-transparent px-3 py-2 font-medium whitespace-nowrap text-ink-soft no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-accent"
        >
          {word}
          {count !== undefined && <span className="figures ml-1.5 text-xs text-ink-faint">{count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** The tab that the address names; the first one where it names none. */
export function useTab(tabs: readonly { id: string }[], name = "tab"): string {
  const [query] = useSearchParams();
  const asked = query.get(name);
  return tabs.find(({ id }) => id === asked)?.id ?? tabs[0]?.id ?? "";
}
