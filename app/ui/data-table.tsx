import { Link, useSearchParams } from "@remix-run/react";
import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { useTexts } from "~/i18n/use-texts";
import { useQueryLink } from "./query-link";

export type Column<Row> = {
  id: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** Figures: to the right, in even digits. */
  numeric?: boolean;
  /** The header sorts: `?sort=id` ascending, `?sort=-id` descending. */
  sortable?: boolean;
  total?: ReactNode;
  /**
   * How it stands in the card of a phone, where a line of its own with its name is too much: beside the title and
   * without a name, two of these a line, the whole width without a name, or not at all, where the row's page tells it.
   */
  phone?: "beside" | "half" | "bare" | "away";
};

/** As many as stand on a phone before the rest is asked for; data-table.css counts them too. */
const AT_FIRST = 10;

export type DataTableProps<Row> = {
  /** What the table shows; read out, and shown unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean;
  /** The first column names the row: it is the row's header, and the card's title on a phone. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where there are no rows. */
  empty: ReactNode;
};

/**
 * Rows and columns with sorting in the address and a totals row; on a phone each row becomes a card, and a long table
 * ends after the first ones until all are asked for.
 */
export function DataTable<Row>({ caption, captionHidden = true, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  if (rows.length === 0) return <>{empty}</>;
  const totals = columns.some(({ total }) => total !== undefined);
  return (
    <div className="data-table-folded overflow-x-auto">
      <table className="data-table">
        <caption className={captionHidden ? "sr-only" : "px-3 py-2 text-left text-sm text-ink-soft max-sm:px-4"}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, at) => (
                <BodyCell key={column.id} column={column} heads={at === 0}>
                  {column.cell(row)}
                </BodyCell>
              ))}
            </tr>
          ))}
        </tbody>
        {totals && <TotalsRow columns={columns} />}
      </table>
      {rows.length > AT_FIRST && <Unfold rows={rows.length} />}
    </div>
  );
}

/** Without scripts too: the table looks at whether it is checked. */
function Unfold({ rows }: { rows: number }) {
  const { t, count } = useTexts();
  return (
    <label className="flex min-h-11 items-center justify-center gap-2 border-t border-line px-4 py-2 sm:hidden">
      <input type="checkbox" className="size-4.5" />
      {t("frame.allRows", { count: count(rows) })}
    </label>
  );
}

type Head = Pick<Column<never>, "id" | "title" | "numeric" | "sortable" | "phone">;

function HeadCell({ column }: { column: Head }) {
  const [query] = useSearchParams();
  return (
    <th scope="col" aria-sort={directionOf(column, query.get("sort"))} data-numeric={column.numeric || undefined}>
      {column.sortable ? <SortLink column={column} /> : column.title}
    </th>
  );
}

function directionOf({ id }: Pick<Head, "id">, sort: string | null): "ascending" | "descending" | undefined {
  if (sort === id) return "ascending";
  return sort === `-${id}` ? "descending" : undefined;
}

/** Orders the list by a column; the other way round where it is ordered by it already. */
export function SortLink({ column: { id, title } }: { column: Pick<Head, "id" | "title"> }) {
  const { t } = useTexts();
  const [query] = useSearchParams();
  const queryLink = useQueryLink();
  const direction = directionOf({ id }, query.get("sort"));
  const Arrow = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ArrowUpDown;
  return (
    <Link
      to={queryLink({ sort: direction === "ascending" ? `-${id}` : id })}
      preventScrollReset
      title={t("frame.sortBy", { column: title })}
      className="inline-flex items-center gap-1 no-underline hover:text-accent"
    >
      {title}
      <Arrow size={12} aria-hidden className={direction ? "text-accent" : "opacity-50"} />
    </Link>
  );
}

/** What says that there is nothing to say; it takes no line of a card on a phone. */
const NOTHING: readonly unknown[] = ["–", "—"];

function BodyCell({ column, heads, children }: { column: Head; heads: boolean; children: ReactNode }) {
  const numeric = column.numeric || undefined;
  return heads ? (
    <th scope="row" data-numeric={numeric}>
      {children}
    </th>
  ) : (
    <td
      data-title={column.title}
      data-numeric={numeric}
      data-phone={column.phone}
      data-nothing={NOTHING.includes(children) || undefined}
    >
      {children}
    </td>
  );
}

function TotalsRow({ columns }: { columns: readonly (Head & { total?: ReactNode })[] }) {
  const { t } = useTexts();
  return (
    <tfoot>
      <tr>
        {columns.map((column, at) => (
          <BodyCell key={column.id} column={column} heads={at === 0}>
            {column.total ?? (at === 0 ? t("common.total") : null)}
          </BodyCell>
        ))}
      </tr>
    </tfoot>
  );
}
