import { readCookie } from "~/i18n/locale";

/** Which columns of which table a reader does without, on this device. */
export type HiddenColumns = Readonly<Record<string, readonly string[]>>;

export const COLUMNS_COOKIE = "columns";

const NAME = /^[a-zA-Z]{1,30}$/;
const MOST_TABLES = 40;
const MOST_COLUMNS = 30;

/** "deals.step.number~customers.source": a table and its columns, then the next. What is not understood hides nothing. */
export function readHiddenColumns(cookieHeader: string | null): HiddenColumns {
  const tables = (readCookie(cookieHeader, COLUMNS_COOKIE) ?? "").split("~").slice(0, MOST_TABLES);
  return Object.fromEntries(
    tables
      .map((text) => text.split("."))
      .flatMap(([table = "", ...columns]) => (isTable(table, columns) ? [[table, columns]] : [])),
  );
}

/** The cookie's value once the table hides these columns. */
export function hideColumns(hidden: HiddenColumns, table: string, columns: readonly string[]): string {
  const all = { ...hidden, [table]: columns };
  return Object.entries(all)
    .filter(([name, ids]) => isTable(name, ids))
    .map(([name, ids]) => [name, ...ids].join("."))
    .slice(-MOST_TABLES)
    .join("~");
}

function isTable(table: string, columns: readonly string[]): boolean {
  return (
    NAME.test(table) && columns.length > 0 && columns.length <= MOST_COLUMNS && columns.every((id) => NAME.test(id))
  );
}
