import type { Tx } from "./db.server";
import { Prisma } from "./prisma/client";

/** Statements that write, by names under which later ones may read what earlier ones return. */
export type Writes = Readonly<Record<string, Prisma.Sql>>;

/**
 * Carries out several writes as one statement, so that they cost one way to the database. What does not read another's
 * rows has no order.
 */
export async function writeTogether(tx: Tx, writes: Writes): Promise<void> {
  const named = Object.entries(writes).map(([name, write]) => Prisma.sql`${Prisma.raw(`"${name}"`)} AS (${write})`);
  if (named.length > 0) await tx.$executeRaw`WITH ${Prisma.join(named)} SELECT`;
}
