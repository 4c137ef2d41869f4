import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { closeDb, db } from "~/platform/db.server";
import { restoreBackup } from "../../scripts/backup/restore.mjs";
import { writeBackup } from "../../scripts/backup/write.mjs";
import { migrate } from "../../scripts/migrate.mjs";
import { asStaff, givenProject } from "../support/given";
import { firstPaymentPaid, givenOffice, givenReserved } from "../support/sell";

const url = process.env.DATABASE_URL ?? "";
const NOW = new Date("2026-03-02T02:00:00Z");
let folder = "";
let source = "";
let stored = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(inject("runFolder"), "backup-"));
  source = path.join(folder, "files");
  const office = await givenOffice();
  await firstPaymentPaid(office, await givenReserved(office));
  const bytes = randomBytes(3_000);
  stored = createHash("sha256").update(bytes).digest("hex");
  mkdirSync(path.join(source, stored.slice(0, 2), stored.slice(2, 4)), { recursive: true });
  writeFileSync(path.join(source, stored.slice(0, 2), stored.slice(2, 4), stored), bytes);
});
afterAll(() => closeDb());

const write = (name: string, passphrase: string | null = null) =>
  writeBackup({ url, filesFolder: source, file: path.join(folder, name), passphrase, now: NOW });

let databases = 0;

/** An empty database on the run's server, and an empty folder. */
async function emptyPlace() {
  const name = `restored_${process.env.VITEST_POOL_ID}_${databases++}`;
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await onServer(`CREATE DATABASE ${name}`);
  const target = new URL(url);
  target.pathname = `/${name}`;
  return { url: target.href, filesFolder: path.join(folder, name) };
}

/** The schema as it was first, by name and checksum. */
async function firstMigration() {
  const rows = await onDatabase(
    url,
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations" ORDER BY migration_name LIMIT 1`,
  );
  return rows as { name: string; checksum: string }[];
}

async function onDatabase(address: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  return (await client.query(sql).finally(() => client.end())).rows;
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("serverUrl") });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/** Everything that the product keeps, table by table, as one digest each. */
async function contents(address: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname NOT IN ('_prisma_migrations', 'RateCount', 'UnitChange') ORDER BY 1`,
    );
    const digests: Record<string, string> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ digest: string }>(
        `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5((to_jsonb(t) - 'xid')::text), '' ORDER BY md5((to_jsonb(t) - 'xid')::text))), '') AS digest FROM "${name}" t`,
      );
      digests[name] = rows[0]?.digest ?? "";
    }
    return digests;
  } finally {
    await client.end();
  }
}

describe("a backup", () => {
  it.each([null, "芝麻开门 open sesame"])("restores everything it was made of (key %s)", async (passphrase) => {
    const written = await write("whole.backup", passphrase);
    const place = await emptyPlace();
    const restored = await restoreBackup({ ...place, file: written.file, passphrase });
    expect(restored).toMatchObject({ tables: written.tables, rows: written.rows, files: 1, upgradedBy: [] });
    expect(written.rows).toBeGreaterThan(50);
    expect(await contents(place.url)).toEqual(await contents(url));
    const file = path.join(place.filesFolder, stored.slice(0, 2), stored.slice(2, 4), stored);
    expect(createHash("sha256").update(readFileSync(file)).digest("hex")).toBe(stored);
    expect(createHash("sha256").update(readFileSync(written.file)).digest("hex")).toBe(written.sha256);
  });

  it("leaves the restored database guarded and able to go on counting", async () => {
    const { file } = await write("going-on.backup");
    const place = await emptyPlace();
    await restoreBackup({ ...place, file, passphrase: null });
    const client = new pg.Client({ connectionString: place.url });
    await client.connect();
    try {
      await expect(client.query(`DELETE FROM "AuditEntry"`)).rejects.toThrow("AuditEntry_append_only");
      const { rows } = await client.query<{ fresh: boolean }>(
        `SELECT nextval('"AuditEntry_seq_seq"') > max(seq) AS fresh FROM "AuditEntry"`,
      );
      expect(rows).toEqual([{ fresh: true }]);
    } finally {
      await client.end();
    }
  });

  it("is one moment, though people write all the while", async () => {
    const project = await givenProject();
    let writing = true;
    const writer = (async () => {
      // A seller's two accounts come in one transaction, so no moment has one without the other.
      while (writing) await givenProject();
    })();
    const files = [await write("busy-1.backup"), await write("busy-2.backup")];
    writing = false;
    await writer;
    await asStaff("MANAGER", project);
    for (const { file } of files) {
      const place = await emptyPlace();
      await restoreBackup({ ...place, file, passphrase: null });
      const client = new pg.Client({ connectionString: place.url });
      await client.connect();
      const { rows } = await client.query(
        `SELECT s.id FROM "Seller" s LEFT JOIN "SellerAccount" a ON a."sellerId" = s.id GROUP BY s.id HAVING count(a.id) <> 2`,
      );
      await client.end();
      expect(rows).toEqual([]);
    }
  });

  it.each([
    [
      "is cut off",
      "no whole backup",
      (file: string) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
      null,
    ],
    ["has an altered byte", "not those that were written", (file: string) => flip(file, 0.5), null],
    ["is closed with another key", "key is wrong", () => undefined, "another"],
    ["is closed and has an altered byte", "altered", (file: string) => flip(file, 0.5), "right"],
    ["is closed and cut off", "cut", (file: string) => truncateSync(file, 2_000), "right"],
    ["is no backup", "no whole backup", (file: string) => writeFileSync(file, "房号,面积\n"), null],
  ])("that %s is refused, and nothing stays", async (_, words, spoil, passphrase) => {
    const whole = await write("spoilt.backup", passphrase === null ? null : "right");
    const file = path.join(folder, "spoilt-copy.backup");
    copyFileSync(whole.file, file);
    spoil(file);
    const place = await emptyPlace();
    await expect(restoreBackup({ ...place, file, passphrase })).rejects.toThrow(words);
    const left = Object.values(await contents(place.url)).filter((digest) => !digest.startsWith("0 "));
    expect(left).toEqual([]);
    expect(existsSync(place.filesFolder)).toBe(false);
  });

  it("of an old schema is brought up to this version", async () => {
    const [old, place] = [await emptyPlace(), await emptyPlace()];
    await migrate(old.url, { only: await firstMigration() });
    const given = `INSERT INTO "Company" (id, name, "createdAt") VALUES (gen_random_uuid(), '旧公司', now())`;
    await onDatabase(old.url, given);
    const file = path.join(folder, "old.backup");
    await writeBackup({ ...old, file, passphrase: null, now: NOW });
    const { upgradedBy } = await restoreBackup({ ...place, file, passphrase: null });
    expect(upgradedBy.length).toBeGreaterThan(3);
    expect(await onDatabase(place.url, `SELECT name FROM "Company"`)).toEqual([{ name: "旧公司" }]);
    expect(await migrate(place.url)).toMatchObject({ applied: [] });
  });

  it("does not go into a database that has something in it", async () => {
    const { file } = await write("full.backup");
    const before = await db.project.count();
    const place = { url, filesFolder: path.join(folder, "none") };
    await expect(restoreBackup({ ...place, file, passphrase: null })).rejects.toThrow("not empty");
    expect(await db.project.count()).toBe(before);
  });

  it("does not go into a folder that has files in it, and takes none of them away, broken or not", async () => {
    const { file } = await write("beside-files.backup");
    const place = await emptyPlace();
    const own = path.join(place.filesFolder, "ab", "contract.pdf");
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(own, "a contract of this office");
    const broken = path.join(folder, "broken.backup");
    copyFileSync(file, broken);
    truncateSync(broken, 2_000);
    for (const one of [file, broken]) {
      await expect(restoreBackup({ ...place, file: one, passphrase: null })).rejects.toThrow("is not empty");
    }
    expect(readFileSync(own, "utf8")).toBe("a contract of this office");
    expect(await contents(place.url)).toEqual({});
    // An empty one is taken.
    rmSync(path.join(place.filesFolder, "ab"), { recursive: true });
    await restoreBackup({ ...place, file, passphrase: null });
    expect(existsSync(path.join(place.filesFolder, stored.slice(0, 2), stored.slice(2, 4), stored))).toBe(true);
  });
});

function flip(file: string, at: number): void {
  const bytes = readFileSync(file);
  const place = Math.floor(bytes.length * at);
  bytes[place] = (bytes[place] ?? 0) ^ 0x10;
  writeFileSync(file, bytes);
}
