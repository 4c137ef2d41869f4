import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { migrate } from "../../scripts/migrate.mjs";

// A table goes through backup and restore as a stream, whatever its size. LOUPAN_BACKUP_ROWS=1000000 repeats what
// docs/reliability.md tells.

const ROWS = Number(process.env.LOUPAN_BACKUP_ROWS ?? 100_000);
/** About what each row has as text; nothing in it can be pressed together much. */
const ROW_BYTES = 900;
const FEW = 1_000;
const LIMIT = 1_800_000;
const MEGABYTE = 1_048_576;

const folder = mkdtempSync(path.join(inject("runFolder"), "memory-"));
const names = { small: `memory_small_${process.pid}`, big: `memory_big_${process.pid}` };

const addressOf = (name: string) => Object.assign(new URL(inject("serverUrl")), { pathname: `/${name}` }).href;

async function ask<Row extends pg.QueryResultRow>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  for (const [name, rows] of [
    [names.small, FEW],
    [names.big, ROWS],
  ] as const) {
    await ask(inject("serverUrl"), `CREATE DATABASE ${name}`, `CREATE DATABASE ${name}_again`);
    await migrate(addressOf(name));
    await ask(
      addressOf(name),
      "SET session_replication_role = replica",
      `INSERT INTO "AuditEntry" (at, action, subject, "requestId", after)
       SELECT '2026-03-02', 'note.written', 'note:' || n, gen_random_uuid(), jsonb_build_object('words',
         (SELECT string_agg(md5(n::text || '-' || part), '') FROM generate_series(1, 25) AS part))
       FROM generate_series(1, ${rows}) AS n`,
    );
  }
}, LIMIT);

afterAll(async () => {
  for (const name of Object.values(names).flatMap((one) => [one, `${one}_again`]))
    await ask(inject("serverUrl"), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true, force: true });
});

/** Does it in a process of its own whose heap is small; the most memory that it ever had, in MB. */
async function peakOf(call: string): Promise<number> {
  const program = `
    import { writeBackup } from "./scripts/backup/write.mjs";
    import { restoreBackup } from "./scripts/backup/restore.mjs";
    await ${call};
    console.log(process.resourceUsage().maxRSS / 1024);`;
  const args = ["--max-old-space-size=64", "--input-type=module", "-e", program];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  expect(code).toBe(0);
  return Number(said);
}

function peaks(name: string) {
  const file = path.join(folder, `${name}.backup`);
  const common = { file, passphrase: null };
  const backup = { ...common, url: addressOf(name), filesFolder: path.join(folder, "none") };
  const restore = { ...common, url: addressOf(`${name}_again`), filesFolder: path.join(folder, `${name}-files`) };
  return {
    backup: () => peakOf(`writeBackup({ ...${JSON.stringify(backup)}, now: new Date(0) })`),
    restore: () => peakOf(`restoreBackup(${JSON.stringify(restore)})`),
  };
}

it(
  "takes no more memory for a large table than for a small one",
  async () => {
    const [small, big] = [peaks(names.small), peaks(names.big)];
    const few = { backup: await small.backup(), restore: await small.restore() };
    const many = { backup: await big.backup(), restore: await big.restore() };
    console.info(`peak memory in MB: ${FEW} rows ${JSON.stringify(few)}, ${ROWS} rows ${JSON.stringify(many)}`);
    const half = (ROWS * ROW_BYTES) / MEGABYTE / 2;
    expect(many.backup - few.backup).toBeLessThan(half);
    expect(many.restore - few.restore).toBeLessThan(half);
    const [{ rows } = { rows: 0 }] = await ask<{ rows: number }>(
      addressOf(`${names.big}_again`),
      `SELECT count(*)::int AS rows FROM "AuditEntry"`,
    );
    expect(rows).toBe(ROWS);
  },
  LIMIT,
);
