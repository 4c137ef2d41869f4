/** Of so many different statements at most each connection keeps the plan. */
const MOST_NAMED = 400;
/** So many that came once are remembered until they come again. */
const MOST_MET = 2_000;

/**
 * A name for each statement that comes again, so that a connection parses and plans it once. Statements that come once
 * (lists of many lengths) get "", which is none, and there is an end to it: what a connection has prepared stays in its memory.
 */
export function statementNames(most = MOST_NAMED): (statement: { sql: string; args: unknown[] }) => string {
  const names = new Map<string, string>();
  const met = new Set<string>();
  return ({ sql, args }) => {
    const known = names.get(sql);
    if (known || args.length === 0 || names.size >= most) return known ?? "";
    if (!met.delete(sql)) {
      if (met.size >= MOST_MET) met.clear();
      met.add(sql);
      return "";
    }
    const name = `prisma-${names.size}`;
    names.set(sql, name);
    return name;
  };
}
