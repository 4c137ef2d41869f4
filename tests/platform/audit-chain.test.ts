import { afterAll, beforeEach, expect, it } from "vitest";
import { record } from "~/platform/audit.server";
import { checkAudit, sealAudit } from "~/platform/audit-chain.server";
import { closeDb, inTransaction, pool } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { alone } from "~/platform/repeated.server";
import { NOW } from "../support/given";

const by = () => ({ actorId: newId(), requestId: newId(), now: NOW });
const write = (count = 1) =>
  inTransaction(async (tx) => {
    for (let i = 0; i < count; i++) {
      await record(tx, by(), {
        action: "hold.extended",
        subject: `deal:${newId()}`,
        after: { b: 1, a: "二" },
        reason: "试",
      });
    }
  });
const seal = () => alone("audit-sealer", sealAudit);

/** Seals to the end. Transactions of other databases on the server, under way just now, may put it off. */
const sealAll = () =>
  expect
    .poll(
      async () => {
        await seal();
        return checkAudit();
      },
      { timeout: 30_000 },
    )
    .toMatchObject({ ok: true, unsealed: 0 });

/** What somebody with the keys to the database could do behind our back. */
async function behindOurBack(sql: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SET session_replication_role = replica");
    await client.query(sql);
    await client.query("RESET session_replication_role");
  } finally {
    client.release();
  }
}

beforeEach(() => behindOurBack(`DELETE FROM "AuditSeal"; DELETE FROM "AuditEntry"`));
afterAll(closeDb);

it("chains everything that concurrent writers commit, though they commit out of order and several seal", async () => {
  const late = await pool.connect();
  await late.query("BEGIN");
  await late.query(
    `INSERT INTO "AuditEntry" ("requestId", action, subject, at) VALUES ($1, 'test.late', 'test:late', now())`,
    [newId()],
  );
  await Promise.all(Array.from({ length: 30 }, (_, i) => (i % 3 === 0 ? seal() : write(2))));
  // Somebody began before all of them and is not done: nobody is sealed before him.
  await seal();
  expect(await checkAudit()).toEqual({ ok: true, sealed: 0, unsealed: 40, broken: null });
  await late.query("COMMIT");
  late.release();
  await Promise.all([seal(), seal(), write()]);
  await sealAll();
  expect(await checkAudit()).toEqual({ ok: true, sealed: 42, unsealed: 0, broken: null });
  await seal();
  expect(await checkAudit()).toMatchObject({ ok: true, sealed: 42 });
});

it.each([
  [
    "a changed entry",
    `UPDATE "AuditEntry" SET after = '{"a":"三"}' WHERE seq = (SELECT min(seq) + 3 FROM "AuditEntry")`,
    "4",
    "ENTRY_CHANGED",
  ],
  [
    "a changed actor",
    `UPDATE "AuditEntry" SET "actorId" = NULL WHERE seq = (SELECT min(seq) FROM "AuditEntry")`,
    "1",
    "ENTRY_CHANGED",
  ],
  [
    "a removed entry",
    `DELETE FROM "AuditEntry" WHERE seq = (SELECT min(seq) + 1 FROM "AuditEntry")`,
    "2",
    "ENTRY_MISSING",
  ],
  ["a removed seal", `DELETE FROM "AuditSeal" WHERE position = 3`, "3", "SEAL_MISSING"],
  ["a forged seal", `UPDATE "AuditSeal" SET hash = repeat('f', 64) WHERE position = 5`, "5", "ENTRY_CHANGED"],
])("finds %s", async (_, tampering, position, reason) => {
  await write(6);
  await sealAll();
  expect(await checkAudit()).toMatchObject({ ok: true, sealed: 6 });
  await behindOurBack(tampering);
  expect(await checkAudit()).toMatchObject({ ok: false, broken: { position, reason } });
});
