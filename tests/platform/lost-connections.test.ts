import { afterAll, beforeEach, expect, it } from "vitest";
import { z } from "zod";
import { troubleOf } from "~/platform/database-trouble.server";
import { closeDb, db, insist, inTransaction, pool, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { NOW } from "../support/given";

afterAll(closeDb);

const answer = z.object({ name: z.string() });
let name = "";
let userId = "";

beforeEach(async () => {
  name = `公司 ${newId()}`;
  userId = newId();
  await db.user.create({ data: { id: userId, login: userId, name: "甲", createdAt: NOW } });
});

/** Writes a company; the first times its connection is ended by somebody else, before or after it was written. */
function writing({ times, last = false }: { times: number; last?: boolean }) {
  const tried = { count: 0 };
  const work = async (tx: Tx) => {
    tried.count += 1;
    const cut = tried.count <= times;
    const [backend] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
    if (cut && !last) await pool.query("SELECT pg_terminate_backend($1, 5000)", [backend?.pid]);
    await tx.company.create({ data: { name, createdAt: NOW } });
    if (cut && last) await pool.query("SELECT pg_terminate_backend($1, 5000)", [backend?.pid]);
    return { name };
  };
  return { tried, work };
}

const written = () => db.company.count({ where: { name } });

it("runs again when its connection was lost before anything was committed", async () => {
  const { tried, work } = writing({ times: 2 });
  await expect(inTransaction(work)).resolves.toEqual({ name });
  expect(tried.count).toBe(3);
  expect(await written()).toBe(1);
});

it("does not run again when nobody knows whether it was committed", async () => {
  const { tried, work } = writing({ times: 1, last: true });
  const failed = await inTransaction(work).catch((error: unknown) => error);
  expect(troubleOf(failed)).toBe("database_away");
  expect(tried.count).toBe(1);
});

it("runs again even then when a key keeps it from happening twice", async () => {
  const by = { actorId: userId, now: NOW };
  const submission = submissionOf(by, "company:create", { key: newId() });
  const { tried, work } = writing({ times: 1, last: true });
  await expect(carryOut(by, submission, answer, work)).resolves.toEqual({ name });
  expect(tried.count).toBe(2);
  expect(await written()).toBe(1);
  // Sent again, it is the same answer and no second company.
  await expect(carryOut(by, submission, answer, work)).resolves.toEqual({ name });
  expect(await written()).toBe(1);
});

it("asks again on another connection, and gives up when there is none", async () => {
  let asked = 0;
  const away = Object.assign(new Error("terminating connection due to administrator command"), { code: "57P01" });
  const cutOnce = () => (++asked === 1 ? Promise.reject(away) : Promise.resolve("here"));
  await expect(insist(cutOnce)).resolves.toBe("here");
  await expect(insist(() => Promise.reject(away))).rejects.toBe(away);
});

it.each([
  [{ code: "57P01" }, "database_away"],
  [{ code: "ECONNREFUSED" }, "database_away"],
  [{ errors: [{ code: "ECONNREFUSED" }] }, "database_away"],
  [{ cause: { kind: "ConnectionClosed" } }, "database_away"],
  [{ message: "Connection terminated unexpectedly" }, "database_away"],
  [{ meta: { driverAdapterError: { cause: { originalCode: "53100", originalMessage: "" } } } }, "database_full"],
  [{ code: "ENOSPC" }, "database_full"],
  [{ code: "53300" }, "database_crowded"],
  [
    { code: "P2028", message: "Transaction API error: Unable to start a transaction in the given time." },
    "database_crowded",
  ],
  [{ code: "23505", message: "duplicate key" }, null],
  [new TypeError("x is not a function"), null],
  [null, null],
])("knows why the database cannot work at present: %o", (error, trouble) => {
  expect(troubleOf(error)).toBe(trouble);
});
