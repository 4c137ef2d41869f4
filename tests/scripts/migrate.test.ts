import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { migrate } from "../../scripts/migrate.mjs";
import { temporaryPostgres } from "../../scripts/postgres.mjs";
import { runPrisma } from "../../scripts/prisma/run-prisma.mjs";
import { schemaDifference } from "../../scripts/prisma/schema-difference.mjs";

const OLDEST = "/usr/lib/postgresql/15/bin";
const SERVERS: [name: string, binDir: string | undefined][] = [["the embedded PostgreSQL", undefined]];
if (existsSync(OLDEST)) SERVERS.push(["PostgreSQL 15", OLDEST]);

const FIRST = "CREATE TABLE first (id int);";
const SECOND = "CREATE FUNCTION two() RETURNS int AS $$ BEGIN RETURN 1; RETURN 2; END $$ LANGUAGE plpgsql;";

describe.each(SERVERS)("on %s", (_, binDir) => {
  let server: Awaited<ReturnType<typeof temporaryPostgres>>;
  let made = 0;
  const folders: string[] = [];

  beforeAll(async () => {
    server = await temporaryPostgres(binDir ? { binDir } : {});
  });
  afterAll(() => server.stop());
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  async function query(url: string, sql: string, values: unknown[] = []) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return (await client.query(sql, values).finally(() => client.end())).rows;
  }

  async function givenDatabase(): Promise<string> {
    const url = new URL(server.url);
    url.pathname = `/migrate_${++made}`;
    await query(server.url, `CREATE DATABASE migrate_${made}`);
    return url.href;
  }

  function givenMigrations(migrations: Record<string, string>): string {
    const folder = mkdtempSync(join(tmpdir(), "loupan-migrations-"));
    folders.push(folder);
    for (const [name, sql] of Object.entries(migrations)) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, "migration.sql"), sql);
    }
    return folder;
  }

  it("applies what is missing, in order, once", async () => {
    const url = await givenDatabase();
    const folder = givenMigrations({ "0001_first": FIRST });
    expect(await migrate(url, { folder })).toEqual({ applied: ["0001_first"], total: 1 });
    mkdirSync(join(folder, "0002_second"));
    writeFileSync(join(folder, "0002_second", "migration.sql"), SECOND);
    expect(await migrate(url, { folder })).toEqual({ applied: ["0002_second"], total: 2 });
    expect(await migrate(url, { folder })).toEqual({ applied: [], total: 2 });
    expect(await query(url, "SELECT two()")).toEqual([{ two: 1 }]);
  });

  it("applies each once when several processes start at the same moment", async () => {
    const url = await givenDatabase();
    const folder = givenMigrations({ "0001_first": FIRST, "0002_second": SECOND });
    const all = await Promise.all(Array.from({ length: 8 }, () => migrate(url, { folder })));
    expect(all.flatMap(({ applied }) => applied).sort()).toEqual(["0001_first", "0002_second"]);
  });

  it("keeps nothing of a migration that fails, and all of those before it", async () => {
    const url = await givenDatabase();
    const folder = givenMigrations({ "0001_first": FIRST, "0002_bad": "CREATE TABLE half (id int); SELECT 1 / 0;" });
    await expect(migrate(url, { folder })).rejects.toThrow(
      "0002_bad does not apply, and nothing of it was kept: division",
    );
    expect(await query(url, "SELECT to_regclass('first') AS first, to_regclass('half') AS half")).toEqual([
      { first: "first", half: null },
    ]);
    rmSync(join(folder, "0002_bad"), { recursive: true });
    expect(await migrate(url, { folder })).toEqual({ applied: [], total: 1 });
  });

  it("refuses a database that is newer than the code", async () => {
    const url = await givenDatabase();
    await migrate(url, { folder: givenMigrations({ "0001_first": FIRST, "0002_second": SECOND }) });
    const older = givenMigrations({ "0001_first": FIRST });
    await expect(migrate(url, { folder: older })).rejects.toThrow(
      "newer than this version of Loupan (it has the migration 0002_second)",
    );
  });

  it("refuses a migration that was altered after it was applied, but not other line ends", async () => {
    const url = await givenDatabase();
    const sql = `${FIRST}\n-- a remark\n`;
    await migrate(url, { folder: givenMigrations({ "0001_first": sql }) });
    const windows = givenMigrations({ "0001_first": sql.replaceAll("\n", "\r\n") });
    expect(await migrate(url, { folder: windows })).toEqual({ applied: [], total: 1 });
    const altered = givenMigrations({ "0001_first": `${sql}CREATE TABLE more (id int);` });
    await expect(migrate(url, { folder: altered })).rejects.toThrow("0001_first was altered after it was applied");
  });

  it("refuses what Prisma's own migrate left half done", async () => {
    const url = await givenDatabase();
    const folder = givenMigrations({ "0001_first": FIRST });
    await migrate(url, { folder });
    await query(url, `UPDATE "_prisma_migrations" SET finished_at = NULL`);
    await expect(migrate(url, { folder })).rejects.toThrow("0001_first stopped half way");
  });

  it("leads to exactly the schema, and Prisma's own migrate agrees", async () => {
    const url = await givenDatabase();
    const { applied } = await migrate(url);
    expect(applied).toEqual(
      readdirSync("prisma/migrations")
        .filter((name) => /^\d{4}_/.test(name))
        .sort(),
    );
    expect(await schemaDifference(url)).toBe("");
    const deploy = await runPrisma(["migrate", "deploy"], { env: { DATABASE_URL: url }, quiet: true });
    expect(deploy.stdout).toContain("No pending migrations to apply");
  });

  it("sees that the migrations do not lead to the schema", async () => {
    const drop = 'ALTER TABLE "Company" DROP COLUMN demo;';
    const migrations = givenMigrations({ "9999_drop": drop });
    cpSync("prisma/migrations", migrations, { recursive: true });
    expect(await schemaDifference(server.url, { migrations })).toContain('ALTER TABLE "Company" ADD COLUMN     "demo"');
  });

  it("says so when migrations and schema cannot be compared", async () => {
    const migrations = givenMigrations({ "0001_bad": "CREATE TABLE;" });
    cpSync("prisma/migrations/migration_lock.toml", join(migrations, "migration_lock.toml"));
    await expect(schemaDifference(server.url, { migrations })).rejects.toThrow(/could not be compared.*syntax error/s);
  });
});
