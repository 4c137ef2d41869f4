import "~/composition.server";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { getBackupHealth, getBackups } from "~/features/accounts/get-backups.server";
import { BACKUP_KIND, runBackup, sendDueBackup } from "~/features/accounts/run-backup.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/id.server";
import { startJobs, stopJobs } from "~/platform/jobs.server";
import { noteRun } from "../../scripts/backup/note-run.mjs";
import { removeOlder, rotatedName } from "../../scripts/backup/rotate.mjs";
import { asCompany } from "../support/as-company";

const { folder, keep } = env.backup;
const MORNING = new Date("2026-03-02T02:31:00+08:00");

beforeAll(startJobs);
beforeEach(async () => {
  await db.jobRun.deleteMany();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(async () => {
  await stopJobs();
  await closeDb();
});

const ended = async () => {
  await vi.waitFor(async () => {
    const open = await db.jobRun.count({ where: { status: { in: ["QUEUED", "RUNNING"] } } });
    expect(open).toBe(0);
  }, 60_000);
  return db.jobRun.findMany({ where: { kind: BACKUP_KIND }, orderBy: { createdAt: "asc" } });
};
const files = () => readdirSync(folder).filter((name) => name.endsWith(".backup"));
const send = (now: Date) => inTransaction((tx) => sendDueBackup(tx, now));

describe("the day's backup", () => {
  it("is written once a day into its folder, tells how far it is, and is good", async () => {
    await send(MORNING);
    await send(new Date("2026-03-02T20:00:00+08:00"));
    const [run, ...others] = await ended();
    expect(others).toEqual([]);
    expect(run).toMatchObject({ status: "DONE", byId: null, result: { sha256: expect.any(String) } });
    expect(run?.done).toBeGreaterThan(10);
    expect(run?.done).toBe(run?.total);
    expect(files()).toHaveLength(1);
    expect(await getBackupHealth(new Date())).toMatchObject({ state: "GOOD" });
    await send(new Date("2026-03-03T02:31:00+08:00"));
    expect(await ended()).toHaveLength(2);
  });

  it("that cannot be written says why, at once", async () => {
    writeFileSync(folder, "a file where the folder should be");
    await send(MORNING);
    const [run] = await ended();
    expect(run).toMatchObject({ status: "FAILED", error: "backup_folder_unusable" });
    expect(await getBackupHealth(new Date())).toMatchObject({ state: "FAILED" });
  });
});

describe("a backup by hand", () => {
  it("is made for an administrator, once per form, and not beside another", async () => {
    const ctx = await asCompany("ADMIN");
    const form = { key: newId() };
    const asked = await runBackup(ctx, form);
    expect(await runBackup(ctx, form)).toEqual(asked);
    await ended();
    expect((await getBackups(ctx)).runs).toMatchObject([
      { status: "DONE", asked: true, written: { rows: expect.any(Number) } },
    ]);
    await db.jobRun.create({ data: { id: newId(), kind: BACKUP_KIND, status: "RUNNING", createdAt: ctx.now } });
    await expect(runBackup(ctx, { key: newId() })).rejects.toMatchObject({ refusal: { code: "backup_running" } });
  });

  it.each(["DIRECTOR", "GM", "FINANCE"] as const)("is not made for a %s", async (role) => {
    const refusal = { refusal: { code: "not_permitted" } };
    await expect(runBackup(await asCompany(role), { key: newId() })).rejects.toMatchObject(refusal);
    await expect(getBackups(await asCompany(role))).rejects.toMatchObject(refusal);
  });
});

it("one made by the command counts", async () => {
  const written = { file: "x.backup", bytes: 1, sha256: "", tables: 3, rows: 4, files: 0 };
  await noteRun({ url: process.env.DATABASE_URL ?? "", written, began: new Date() });
  expect(await getBackupHealth(new Date())).toMatchObject({ state: "GOOD" });
});

it("old ones make way, and nothing else does", () => {
  mkdirSync(folder, { recursive: true });
  const names = Array.from({ length: keep + 3 }, (_, day) => rotatedName(new Date(Date.UTC(2026, 0, day + 1))));
  for (const name of [...names, "notes.txt", "other.backup"]) writeFileSync(path.join(folder, name), "");
  removeOlder(folder, keep);
  expect(readdirSync(folder).sort()).toEqual([...names.slice(3), "notes.txt", "other.backup"].sort());
});
