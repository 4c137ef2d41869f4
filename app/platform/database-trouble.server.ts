import type { RefusalCode } from "~/domain/refusal";

// What keeps a database from working and passes by itself or by an administrator's hand: it is answered with 503 and in
// words, unlike a mistake of the product.

export type Trouble = Extract<RefusalCode, "database_away" | "database_full" | "database_crowded">;

/** By SQLSTATE, by the system's code and by Prisma's, whichever layer noticed first. */
const BY_CODE: readonly (readonly [RegExp, Trouble])[] = [
  [/^(53100|ENOSPC|EDQUOT)$/, "database_full"],
  [/^(53300|P2024|P2037|TooManyConnections)$/, "database_crowded"],
  [/^(57P0[1-5]|08\w{3}|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|P1001|P1017)$/, "database_away"],
  [/^(DatabaseNotReachable|ConnectionClosed|SocketTimeout)$/, "database_away"],
];
/** What drivers say without a code. */
const BY_WORDS: readonly (readonly [RegExp, Trouble])[] = [
  [/timeout exceeded when trying to connect|Unable to start a transaction in the given time/, "database_crowded"],
  [
    /Connection terminated|Connection ended|connection error and is not queryable|Server has closed the connection/,
    "database_away",
  ],
];
const DEEPEST = 6;

/** Why the database cannot work at present, when that is what the error says; null for every other error. */
export function troubleOf(error: unknown): Trouble | null {
  return search(error, DEEPEST);
}

function search(error: unknown, depth: number): Trouble | null {
  if (typeof error !== "object" || error === null || depth === 0) return null;
  const { code, kind, originalCode, message, cause, meta, driverAdapterError, errors } = error as Record<
    string,
    unknown
  >;
  for (const word of [code, kind, originalCode]) {
    const found = match(BY_CODE, word);
    if (found) return found;
  }
  const inner = [cause, meta, driverAdapterError, ...(Array.isArray(errors) ? errors : [])];
  for (const one of inner) {
    const found = search(one, depth - 1);
    if (found) return found;
  }
  return match(BY_WORDS, message);
}

function match(table: typeof BY_CODE, word: unknown): Trouble | null {
  if (typeof word !== "string") return null;
  return table.find(([pattern]) => pattern.test(word))?.[1] ?? null;
}
