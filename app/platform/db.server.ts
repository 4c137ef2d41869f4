import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { z } from "zod";
import { env } from "./env.server";
import { once } from "./once.server";
import { type Prisma, PrismaClient } from "./prisma/client";
import { statementNames } from "./statement-names.server";

/** The adapter writes and reads instants without their offset, so every session speaks UTC. */
export const pool: Pool = once("pool", () => {
  const opened = new Pool({ connectionString: env.databaseUrl ?? undefined, max: 16, options: "-c TimeZone=UTC" });
  // An idle connection that the server drops is replaced at the next use.
  opened.on("error", () => undefined);
  return opened;
});

export const db: PrismaClient = once("db", () => {
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) });
});

/** A client bound to one open transaction. Commands pass it on; nothing stores it. */
export type Tx = Prisma.TransactionClient;

const ATTEMPTS = 4;

/** Runs again when PostgreSQL ends it in favour of another one (deadlock, serialization), so `work` has no other effect. */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work, { maxWait: 10_000, timeout: 20_000 });
    } catch (error) {
      if (attempt === ATTEMPTS || !["40P01", "40001"].includes(sqlStateOf(error) ?? "")) throw error;
    }
  }
}

/** Ends the pool, for processes that finish. */
export async function closeDb(): Promise<void> {
  await db.$disconnect();
  if (!pool.ended) await pool.end();
}

const driverError = z.object({
  cause: z.object({
    originalCode: z.string().optional(),
    originalMessage: z.string(),
    constraint: z
      .object({ index: z.string() })
      .optional()
      .catch(() => undefined),
  }),
});
const wrappedError = z.object({ meta: z.object({ driverAdapterError: driverError }) });
const plainError = z.object({ code: z.string().length(5), constraint: z.string().optional(), message: z.string() });

function causeOf(error: unknown) {
  const wrapped = wrappedError.safeParse(error);
  const bare = driverError.safeParse(wrapped.success ? wrapped.data.meta.driverAdapterError : error);
  return bare.success ? bare.data.cause : null;
}

function sqlStateOf(error: unknown): string | null {
  return causeOf(error)?.originalCode ?? plainError.safeParse(error).data?.code ?? null;
}

/**
 * The index, constraint or trigger that a write broke; null for any other error. One driver error arrives in
 * several ways: P2002 (unique), P2039 (other constraints), P2010 (raw SQL), bare when COMMIT itself fails, and as
 * pg's own from a statement on the pool.
 */
export function constraintOf(error: unknown): string | null {
  const cause = causeOf(error);
  const plain = plainError.safeParse(error).data;
  const message = cause?.originalMessage ?? plain?.message ?? "";
  return cause?.constraint?.index ?? plain?.constraint ?? /constraint "([^"]+)"/.exec(message)?.[1] ?? null;
}
