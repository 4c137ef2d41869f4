import { Link } from "@remix-run/react";
import { Building2, Handshake, type LucideIcon, Receipt, SearchX, UserRound } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { EmptyState } from "~/ui/empty-state";
import { Panel } from "~/ui/panel";
import type { Hit } from "../search-everything.server";

const SUBJECTS: Record<Hit["subject"], { icon: LucideIcon; path: (hit: Hit) => string }> = {
  CUSTOMER: { icon: UserRound, path: ({ id }) => `customers/${id}` },
  UNIT: { icon: Building2, path: ({ id }) => `board?unit=${id}` },
  DEAL: { icon: Handshake, path: ({ id }) => `deals/${id}` },
  RECEIPT: { icon: Receipt, path: ({ id }) => `receipts/${id}` },
};

type HitsProps = { hits: readonly Hit[]; base: string; asked: boolean };

/** What was found, by kind; each line leads to the thing itself. */
export function SearchHits({ hits, base, asked }: HitsProps) {
  const { t, enumLabel } = useTexts();
  const subjects = (Object.keys(SUBJECTS) as Hit["subject"][]).filter((one) => hits.some((hit) => hit.subject === one));
  if (asked && hits.length === 0)
    return <EmptyState icon={SearchX} title={t("customers.searchEmpty")} text={t("customers.searchEmptyText")} />;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {subjects.map((subject) => (
        <Panel key={subject} title={enumLabel("searchSubject", subject)} flush>
          <ul className="divide-y divide-line">
            {hits
              .filter((hit) => hit.subject === subject)
              .map((hit) => (
                <HitLine key={`${hit.id} ${hit.title}`} hit={hit} to={`${base}/${SUBJECTS[subject].path(hit)}`} />
              ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

function HitLine({ hit, to }: { hit: Hit; to: string }) {
  const Icon = SUBJECTS[hit.subject].icon;
  return (
    <li>
      <Link to={to} className="flex min-h-11 items-center gap-3 px-4 py-2 no-underline hover:bg-sunken">
        <Icon size={16} aria-hidden className="shrink-0 text-ink-faint" />
        <span className="min-w-0 flex-1 truncate font-medium">
          <bdi>{hit.title}</bdi>
        </span>
        <span className="figures max-w-[50%] truncate text-sm text-ink-soft">
          <bdi>{hit.detail}</bdi>
        </span>
      </Link>
    </li>
  );
}
