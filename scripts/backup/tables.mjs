/** What lies beside the business: counted anew, or kept by the migrations themselves. */
const LEFT_OUT = ["_prisma_migrations", "RateCount", "UnitChange"];
/** Numbers of transactions belong to one cluster; a restored row counts as older than every new one. */
const TRANSACTION_NUMBER = "xid";

/**
 * The tables of the product, each after those that it refers to, with their columns.
 * @returns {Promise<{ name: string, columns: string[] }[]>}
 */
export async function tablesOf(client) {
  const { rows: columns } = await client.query(
    `SELECT c.relname AS "table", a.attname AS "column"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> ALL ($1)
     ORDER BY c.relname, a.attnum`,
    [LEFT_OUT],
  );
  const { rows: links } = await client.query(
    `SELECT DISTINCT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to"
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`,
  );
  const columnsOf = Map.groupBy
    ? Map.groupBy(columns, ({ table }) => table)
    : columns.reduce((map, row) => map.set(row.table, [...(map.get(row.table) ?? []), row]), new Map());
  const plain = (name) => name.replaceAll('"', "");
  const needs = (name) => links.filter(({ from }) => plain(from) === name).map(({ to }) => plain(to));
  return inOrder([...columnsOf.keys()], needs).map((name) => ({
    name,
    columns: columnsOf.get(name).map(({ column }) => column),
  }));
}

/** Each name after those that it needs. */
export function inOrder(names, needs) {
  const ordered = new Set();
  const visit = (name) => {
    if (ordered.has(name) || !names.includes(name)) return;
    for (const needed of needs(name)) visit(needed);
    ordered.add(name);
  };
  for (const name of names) visit(name);
  return [...ordered];
}

const quoted = (name) => `"${name}"`;

/** Sends a table's rows, transaction numbers as 0. */
export function copyOut({ name, columns }) {
  const list = columns.map((column) => (column === TRANSACTION_NUMBER ? `0 AS ${quoted(column)}` : quoted(column)));
  return `COPY (SELECT ${list.join(", ")} FROM ${quoted(name)}) TO STDOUT`;
}

export function copyIn({ name, columns }) {
  return `COPY ${quoted(name)} (${columns.map(quoted).join(", ")}) FROM STDIN`;
}
