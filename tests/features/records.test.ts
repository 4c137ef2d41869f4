import { afterAll, describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { createUser } from "~/features/accounts/create-user.server";
import { getHealth } from "~/features/accounts/get-health.server";
import { issueApiToken, revokeApiToken } from "~/features/accounts/issue-api-token.server";
import { listApiTokens } from "~/features/accounts/list-api-tokens.server";
import { type AuditFilter, listAudit } from "~/features/accounts/list-audit.server";
import { getOwnRun, listJobRuns } from "~/features/accounts/list-job-runs.server";
import { listSignIns } from "~/features/accounts/list-sign-ins.server";
import { signIn } from "~/features/accounts/sign-in.server";
import { listOutbox } from "~/features/messaging/list-outbox.server";
import { attempt } from "~/platform/attempt.server";
import { record } from "~/platform/audit.server";
import { findCaller } from "~/platform/caller.server";
import { databaseNow } from "~/platform/clock.server";
import { hashesOf } from "~/platform/credential.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { putIntoOutbox } from "~/platform/outbox.server";
import { asCompany } from "../support/as-company";
import { givenCustomer, givenProject, givenUnit, NOW, refused } from "../support/given";

const everything: AuditFilter = { actor: "", action: "", subject: "", on: null, after: null };

afterAll(closeDb);

describe("the audit trail", () => {
  it("is read page by page without a gap, by who, what, whom and when", async () => {
    const admin = await asCompany("ADMIN");
    const subject = `deal:${newId()}` as const;
    await inTransaction(async (tx) => {
      for (let i = 0; i < 60; i++) await record(tx, admin, { action: "hold.extended", subject, after: { i } });
    });
    const first = await listAudit(admin, { ...everything, subject });
    const second = await listAudit(admin, { ...everything, subject, after: first.next });
    const counted = [...first.entries, ...second.entries].map(({ changes }) => changes[0]?.after);
    expect([first.entries.length, second.next]).toEqual([50, null]);
    expect(counted).toEqual(Array.from({ length: 60 }, (_, i) => String(59 - i)));

    const matching = async (over: Partial<AuditFilter>) =>
      (await listAudit(admin, { ...everything, subject, ...over })).entries.length;
    expect(await matching({ action: "hold." })).toBe(50);
    expect(await matching({ action: "other." })).toBe(0);
    expect(await matching({ actor: admin.actorName.toLowerCase() })).toBe(50);
    expect(await matching({ actor: "nobody of that name" })).toBe(0);
    // 10:00 in the office on the second of March.
    expect(await matching({ on: day("2026-03-02") })).toBe(50);
    expect(await matching({ on: day("2026-03-01") })).toBe(0);
  });

  it("names whom and what it was done to, as far as that has a name", async () => {
    const admin = await asCompany("ADMIN");
    const project = await givenProject();
    const unit = await givenUnit(project);
    const subjects = [`user:${admin.actorId}`, `unit:${unit.id}`, `deal:${newId()}`] as const;
    await inTransaction(async (tx) => {
      for (const subject of subjects) await record(tx, admin, { action: "hold.extended", subject });
    });
    const { entries } = await listAudit(admin, { ...everything, actor: admin.actorName });
    expect(entries.slice(0, 3).map(({ noun, named }) => [noun, named])).toEqual([
      ["deal", null],
      ["unit", unit.label],
      ["user", admin.actorName],
    ]);
  });

  it("shows what was and what became of it", async () => {
    const admin = await asCompany("ADMIN");
    const subject = `deal:${newId()}` as const;
    const before = { stage: "HELD", since: "a" };
    await inTransaction((tx) =>
      record(tx, admin, { action: "hold.extended", subject, before, after: { stage: "SIGNED", since: "a" } }),
    );
    const { entries } = await listAudit(admin, { ...everything, subject });
    expect(entries[0]?.changes).toEqual([{ name: "stage", before: "HELD", after: "SIGNED" }]);
  });
});

it("sign-ins are found by name, by address and by failure", async () => {
  const admin = await asCompany("ADMIN");
  const login = `u-${newId()}`;
  const { password } = await createUser(admin, { name: "新人", login });
  const origin = { ip: `192.0.2.${Math.floor(Math.random() * 250)}`, userAgent: "test", requestId: newId() };
  await attempt(signIn({ login, password: "wrong" }, origin, NOW));
  await signIn({ login, password }, origin, NOW);
  const found = (over: object) => listSignIns(admin, { q: login, failed: false, after: null, ...over });
  expect((await found({})).lines).toMatchObject([
    { ok: true, person: "新人" },
    { ok: false, reason: "sign_in_failed" },
  ]);
  expect((await found({ failed: true })).lines).toHaveLength(1);
  expect((await found({ q: origin.ip })).lines.length).toBeGreaterThanOrEqual(2);
});

it("a token acts with its user's grants until it ends, and only its hash is kept", async () => {
  const now = await databaseNow();
  const admin = { ...(await asCompany("ADMIN")), now };
  const { userId } = await createUser(admin, { name: "接口", login: `api-${newId()}` });
  const { token, tokenId } = await issueApiToken(admin, { userId, name: "对账", days: 30 });
  const caller = async () =>
    (await findCaller({ kind: "token", hashes: hashesOf(token) }, null))?.caller.actorId ?? null;
  expect(await caller()).toBe(userId);
  expect(JSON.stringify(await db.apiToken.findUnique({ where: { id: tokenId } }))).not.toContain(token);
  expect((await listApiTokens(admin)).tokens).toContainEqual(expect.objectContaining({ id: tokenId, user: "接口" }));
  await revokeApiToken(admin, { tokenId });
  expect(await caller()).toBeNull();
  const old = { ...admin, now: new Date(now.getTime() - 31 * 86_400_000) };
  const { token: over } = await issueApiToken(old, { userId, name: "旧", days: 30 });
  expect(await findCaller({ kind: "token", hashes: hashesOf(over) }, null)).toBeNull();
  expect(await attempt(revokeApiToken(admin, { tokenId: newId() }))).toMatchObject(refused("not_found"));
  expect(await attempt(issueApiToken(admin, { userId: newId(), name: "x", days: 30 }))).toMatchObject(
    refused("not_found"),
  );
});

it("a piece of work is followed by whoever asked for it, and by nobody else", async () => {
  const [one, other] = [await asCompany("ADMIN"), await asCompany("ADMIN")];
  const id = newId();
  await db.jobRun.create({ data: { id, kind: "test", byId: one.actorId, done: 3, total: 9, createdAt: NOW } });
  expect(await getOwnRun(one, id)).toMatchObject({ status: "QUEUED", done: 3, total: 9 });
  expect(await getOwnRun(other, id)).toBeNull();
  expect((await listJobRuns(other, { status: "QUEUED", after: null })).runs[0]).toMatchObject({ id, by: "ADMIN" });
});

it("a message to people outside is read in the outbox", async () => {
  const admin = await asCompany("ADMIN");
  const project = await givenProject({ name: `云栖湾 ${newId()}` });
  const { personId } = await givenCustomer(project, null);
  const { e164: to } = await db.personPhone.findFirstOrThrow({ where: { personId } });
  const says = { unit: "1-5-01", number: "HT-1" };
  const told = { effectKey: newId(), kind: "CONTRACT_SIGNED", says, to: { personId }, projectId: project.id } as const;
  await inTransaction((tx) => putIntoOutbox(tx, { ...told, now: NOW }));
  const { messages, gateways } = await listOutbox(admin, { to, kind: null, status: null, after: null });
  const text = `【${project.name}】您的 1-5-01 买卖合同 HT-1 已签订，后续备案、付款进度可登录业主服务查看。`;
  expect(messages).toMatchObject([{ to, text, status: "WAITING", parts: Math.ceil(text.length / 67) }]);
  expect(gateways).toEqual({ SMS: false, MAIL: false });
});

it.each(["GM", "MANAGER", "ANALYST"] as const)("a %s reads none of this", async (role) => {
  const other = await asCompany(role);
  const asks = [
    () => listAudit(other, everything),
    () => listSignIns(other, { q: "", failed: false, after: null }),
    () => listOutbox(other, { to: "", kind: null, status: null, after: null }),
    () => listJobRuns(other, { status: null, after: null }),
    () => listApiTokens(other),
    () => issueApiToken(other, { userId: other.actorId, name: "x", days: 30 }),
    () => revokeApiToken(other, { tokenId: newId() }),
    () => getHealth(other),
  ];
  for (const ask of asks) expect(await attempt<unknown>(ask())).toMatchObject(refused("not_permitted"));
});
