import pino from "pino";
import { env } from "./env.server";
import { once } from "./once.server";

const DATABASE_ERROR = /^(Prisma|DriverAdapter|DatabaseError)/;

/**
 * What may be written of an error. A database repeats row contents in its messages ("Key (phone)=(138…) exists"),
 * so of those only the kind and the code are kept.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {};
  const fromDatabase = DATABASE_ERROR.test(error.name) || DATABASE_ERROR.test(error.constructor.name);
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    kind: error.name,
    ...code,
    ...(fromDatabase ? {} : { message: error.message }),
    stack: frames.join("\n"),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}

/** Lines of JSON on stderr; stdout stays free for what a command prints. */
export const log = once("log", () =>
  pino(
    {
      level: env.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      redact: ["*.password", "*.phone", "*.idNumber", "*.cookie", "*.authorization"],
    },
    pino.destination({ dest: 2, sync: true }),
  ),
);
