import { setTimeout as pause } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { z } from "zod";
import { Refused } from "~/domain/refusal";
import { troubleOf } from "./database-trouble.server";
import { env } from "./env.server";
import { once } from "./once.server";
import { type Prisma, PrismaClient } from "./prisma/client";
import { statementNames } from "./statement-names.server";

/** Whoever waits longer than this for a connection is told so, instead of waiting for ever. */
const POOL = { max: 16, connectionTimeoutMillis: 15_000, options: "-c TimeZone=UTC" };

/** The adapter writes and reads instants without their offset, so every session speaks UTC. */
export const pool: Pool = once("pool", () => {
  const opened = new Pool({ connectionString: env.databaseUrl ?? undefined, ...POOL });
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
const FIRST_PAUSE_MS = 50;

/**
 * Runs again when PostgreSQL ends it in favour of another one (deadlock, serialization) or when its connection is lost
 * before COMMIT was sent, so `work` has no other effect. After that nobody knows whether it was carried out: only work
 * that a key keeps from happening twice (`keyed`) runs again then.
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  { keyed = false }: { keyed?: boolean } = {},
): Promise<T> {
  let worked = false;
  const noting = async (tx: Tx) => {
    worked = false;
    const answer = await work(tx);
    worked = true;
    return answer;
  };
  return again(
    () => db.$transaction(noting, { maxWait: 10_000, timeout: 20_000 }),
    (error) => ["40P01", "40001"].includes(sqlStateOf(error) ?? "") || (isLost(error) && (keyed || !worked)),
  );
}

/** Asks again on another connection when one was lost. For questions, and for what a key keeps from happening twice. */
export function insist<T>(ask: () => Promise<T>): Promise<T> {
  return again(ask, isLost);
}

async function again<T>(work: () => Promise<T>, may: (error: unknown) => boolean): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === ATTEMPTS || !may(error)) throw ofTheErased(error);
      // A database that was just killed needs a moment; one that chose a victim does not.
      if (isLost(error)) await pause(FIRST_PAUSE_MS * 4 ** (attempt - 1));
    }
  }
}

/** Whoever writes about a person while it is erased waits for that, then meets the triggers that keep it erased. */
function ofTheErased(error: unknown): unknown {
  return /_the_erased$/.test(constraintOf(error) ?? "") ? new Refused({ code: "person_erased" }) : error;
}

function isLost(error: unknown): boolean {
  return troubleOf(error) === "database_away";
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
