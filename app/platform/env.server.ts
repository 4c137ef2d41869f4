import path from "node:path";
import { z } from "zod";

/** An empty line in an .env file means "not set". */
const unset = z.literal("").transform(() => undefined);
const maybe = <T extends z.ZodType>(inner: T) => z.union([unset, inner]).optional();
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "must start with postgresql://");
const list = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean),
);

const settings = z.object({
  PORT: maybe(z.coerce.number().int().min(0).max(65_535)),
  HOST: maybe(z.string()),
  LOUPAN_HOME: maybe(z.string()),
  DATABASE_URL: maybe(postgresUrl),
  DATABASE_DIRECT_URL: maybe(postgresUrl),
  DATABASE_REPLICA_URL: maybe(postgresUrl),
  SESSION_SECRETS: maybe(list),
  DATA_KEYS: maybe(list),
  DEMO: maybe(z.enum(["auto", "never"])),
  PUBLIC_URL: maybe(z.url({ protocol: /^https?$/, error: "must be an address such as https://sales.example.com" })),
  SMS_GATEWAY_URL: maybe(z.url()),
  SMS_GATEWAY_TOKEN: maybe(z.string()),
  SMS_GATEWAY_FORMAT: maybe(z.enum(["json", "form"])),
  SMTP_URL: maybe(z.string().regex(/^smtps?:\/\//, "must start with smtp:// or smtps://")),
  SMTP_TLS: maybe(z.enum(["require", "offer"])),
  MAIL_FROM: maybe(
    z.string().regex(/[^\s@]+@[^\s@]+/, "must hold a mail address, such as 云栖置业 <office@example.com>"),
  ),
  METRICS_TOKEN: maybe(z.string().min(16)),
  BACKUP_AT: maybe(z.string().regex(/^(never|([01]\d|2[0-3]):[0-5]\d)$/, 'must be a time such as 02:30, or "never"')),
  BACKUP_FOLDER: maybe(z.string()),
  BACKUP_KEEP: maybe(z.coerce.number().int().min(1).max(3_660)),
  BACKUP_KEY: maybe(z.string()),
  LOG_LEVEL: maybe(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])),
  NODE_ENV: maybe(z.enum(["development", "production", "test"])),
});

/** A setting that cannot be used. The message names it and says what it must be; it never repeats a value. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

/** Every setting, with its default. `production` is when the office has a public address; then nothing is made up. */
export function readEnv(source: Record<string, string | undefined>) {
  const parsed = settings.safeParse(source);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(sentence).join("; "));
  const given = parsed.data;
  const production = given.PUBLIC_URL !== undefined;
  if (production) demandSecrets(given);
  if (given.SMTP_URL && !given.MAIL_FROM) throw new SettingsError("SMTP_URL is set, so MAIL_FROM must be given too");
  const home = path.resolve(given.LOUPAN_HOME ?? ".loupan");
  return {
    production,
    /** Pages come from Vite as they are edited, instead of from the build. */
    hotReload: given.NODE_ENV === "development",
    port: given.PORT ?? 3000,
    host: given.HOST ?? "127.0.0.1",
    home,
    publicUrl: given.PUBLIC_URL?.replace(/\/+$/, "") ?? null,
    databaseUrl: given.DATABASE_URL ?? null,
    databaseDirectUrl: given.DATABASE_DIRECT_URL ?? given.DATABASE_URL ?? null,
    databaseReplicaUrl: given.DATABASE_REPLICA_URL ?? null,
    sessionSecrets: given.SESSION_SECRETS ?? null,
    dataKeys: given.DATA_KEYS ?? null,
    demo: production ? ("never" as const) : (given.DEMO ?? "auto"),
    sms: given.SMS_GATEWAY_URL
      ? {
          url: given.SMS_GATEWAY_URL,
          token: given.SMS_GATEWAY_TOKEN ?? null,
          format: given.SMS_GATEWAY_FORMAT ?? ("json" as const),
        }
      : null,
    mail:
      given.SMTP_URL && given.MAIL_FROM
        ? { url: given.SMTP_URL, from: given.MAIL_FROM, tls: given.SMTP_TLS ?? ("require" as const) }
        : null,
    /** The day's backup; `at` null: none. */
    backup: {
      at: given.BACKUP_AT === "never" ? null : (given.BACKUP_AT ?? "02:30"),
      folder: path.resolve(given.BACKUP_FOLDER ?? path.join(home, "backups")),
      keep: given.BACKUP_KEEP ?? 14,
      key: given.BACKUP_KEY ?? null,
    },
    metricsToken: given.METRICS_TOKEN ?? null,
    logLevel: given.LOG_LEVEL ?? (given.NODE_ENV === "test" ? "silent" : "info"),
  };
}

export type Env = ReturnType<typeof readEnv>;

export const env: Env = readEnv(process.env);

function demandSecrets(given: z.infer<typeof settings>): void {
  const missing = (["SESSION_SECRETS", "DATA_KEYS"] as const).filter((name) => !given[name]?.length);
  if (missing.length > 0)
    throw new SettingsError(`PUBLIC_URL is set, so this is production: ${missing.join(" and ")} must be given too`);
}

function sentence(issue: z.core.$ZodIssue): string {
  const reasons = issue.code === "invalid_union" ? issue.errors.flat().map(({ message }) => message) : [issue.message];
  return `${issue.path.join(".")}: ${reasons.at(-1)}`;
}
