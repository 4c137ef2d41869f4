import { afterAll, describe, expect, it } from "vitest";
import { isRole, type Role } from "~/domain/permission";
import { changePassword } from "~/features/accounts/change-password.server";
import { createUser } from "~/features/accounts/create-user.server";
import { disableUser, enableUser } from "~/features/accounts/disable-user.server";
import { endGrant } from "~/features/accounts/end-grant.server";
import { endUserSessions } from "~/features/accounts/end-user-sessions.server";
import { getPerson } from "~/features/accounts/get-person.server";
import { giveGrant } from "~/features/accounts/give-grant.server";
import { listPeople } from "~/features/accounts/list-people.server";
import { resetPassword } from "~/features/accounts/reset-password.server";
import { signIn } from "~/features/accounts/sign-in.server";
import { attempt } from "~/platform/attempt.server";
import { findCaller } from "~/platform/caller.server";
import { databaseNow } from "~/platform/clock.server";
import { hashesOf } from "~/platform/credential.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asCompany } from "../support/as-company";
import { givenProject, NOW, refused } from "../support/given";

const origin = () => ({ ip: newId(), userAgent: "test", requestId: newId() });
const company = { scope: "COMPANY" as const, id: null };
const newUser = async (admin: Awaited<ReturnType<typeof asCompany>>) =>
  createUser(admin, { name: "新人", login: `u-${newId()}` });
const give = (admin: Awaited<ReturnType<typeof asCompany>>, userId: string, role: Role, key = newId()) =>
  giveGrant(admin, { key, userId, role, place: company });
const rolesOf = async (userId: string) =>
  (await db.grant.findMany({ where: { userId, endedAt: null } })).map(({ role }) => role).sort();

afterAll(closeDb);

describe("an administrator", () => {
  it("makes a sign-in whose first password works, and a login only once", async () => {
    const admin = await asCompany("ADMIN");
    const login = `u-${newId()}`;
    const { password, userId } = await createUser(admin, { name: "新人", login });
    expect(await signIn({ login, password }, origin(), NOW)).toMatchObject({ userId });
    expect(await attempt(createUser(admin, { name: "别人", login }))).toMatchObject(refused("value_duplicate"));
    const entries = await db.auditEntry.findMany({ where: { subject: `user:${userId}` } });
    expect(entries).toMatchObject([{ action: "user.created", actorId: admin.actorId }]);
    expect(JSON.stringify(entries.map(({ after }) => after))).not.toContain(password);
  });

  it("resets a password: the old one, the lock and every session end", async () => {
    const admin = await asCompany("ADMIN");
    const login = `u-${newId()}`;
    const { password, userId } = await createUser(admin, { name: "新人", login });
    const now = await databaseNow();
    const { token } = await signIn({ login, password }, origin(), now);
    for (let i = 0; i < 5; i++) await attempt(signIn({ login, password: "wrong" }, origin(), now));
    const fresh = await resetPassword({ ...admin, now }, { userId });
    expect(await findCaller({ kind: "session", hashes: hashesOf(token) }, null)).toBeNull();
    expect(await attempt(signIn({ login, password }, origin(), now))).toMatchObject(refused("sign_in_failed"));
    expect(await signIn({ login, password: fresh.password }, origin(), now)).toMatchObject({ userId });
  });

  it("closes an account at once, and opens it again", async () => {
    const admin = await asCompany("ADMIN");
    const login = `u-${newId()}`;
    const { password, userId } = await createUser(admin, { name: "新人", login });
    const now = await databaseNow();
    const { token } = await signIn({ login, password }, origin(), now);
    await disableUser({ ...admin, now }, { userId, reason: "离职" });
    expect(await findCaller({ kind: "session", hashes: hashesOf(token) }, null)).toBeNull();
    expect(await attempt(signIn({ login, password }, origin(), now))).toMatchObject(refused("sign_in_failed"));
    expect(await getPerson(admin, userId)).toMatchObject({ disabledAt: now, sessions: 0 });
    await enableUser(admin, { userId, reason: "" });
    expect(await signIn({ login, password }, origin(), now)).toMatchObject({ userId });
    await endUserSessions({ ...admin, now }, { userId });
    expect(await getPerson(admin, userId)).toMatchObject({ sessions: 0 });
  });

  it("finds people by a part of name or login, a page at a time", async () => {
    const admin = await asCompany("ADMIN");
    const mark = newId().slice(-8);
    for (const login of [`a-${mark}`, `b-${mark}`]) await createUser(admin, { name: "新人", login });
    const filter = { q: mark.toUpperCase(), show: "staff" as const, role: null, after: null };
    expect(await listPeople(admin, filter)).toMatchObject({
      total: 2,
      next: null,
      people: [{ login: `b-${mark}` }, { login: `a-${mark}` }],
    });
  });
});

describe("a grant", () => {
  it("reaches what lies below its place, and nothing once it is ended", async () => {
    const admin = await asCompany("ADMIN");
    const project = await givenProject();
    const other = await givenProject();
    const login = `u-${newId()}`;
    const { userId, password } = await createUser(admin, { name: "新人", login });
    const { token } = await signIn({ login, password }, origin(), await databaseNow());
    const at = async (code: string) => {
      const found = await findCaller({ kind: "session", hashes: hashesOf(token) }, { code });
      return found?.ctx?.roles ?? null;
    };
    const place = { scope: "BRANCH" as const, id: project.branchId };
    const { grantId } = await giveGrant(admin, { key: newId(), userId, role: "MANAGER", place });
    expect([await at(project.code), await at(other.code)]).toEqual([["MANAGER"], null]);
    await endGrant(admin, { userId, grantId });
    expect(await at(project.code)).toBeNull();
  });

  it("is given once however often the form is sent, and not twice by two forms", async () => {
    const admin = await asCompany("ADMIN");
    const { userId } = await newUser(admin);
    const key = newId();
    const [one, two] = await Promise.all([give(admin, userId, "CASHIER", key), give(admin, userId, "CASHIER", key)]);
    expect(one).toEqual(two);
    expect(await attempt(give(admin, userId, "CASHIER"))).toMatchObject(refused("value_duplicate"));
    expect(await rolesOf(userId)).toEqual(["CASHIER"]);
  });

  it.each([
    ["CASHIER", "ACCOUNTANT"],
    ["FINANCE", "CASHIER"],
    ["ADMIN", "MANAGER"],
  ] as const)("never joins %s and %s, also when both are given at the same moment", async (one, other) => {
    const admin = await asCompany("ADMIN");
    const first = await newUser(admin);
    await give(admin, first.userId, one);
    expect(await attempt(give(admin, first.userId, other))).toMatchObject(refused("roles_conflict"));
    for (let round = 0; round < 5; round++) {
      const { userId } = await newUser(admin);
      const outcomes = await Promise.all([attempt(give(admin, userId, one)), attempt(give(admin, userId, other))]);
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(outcomes.find(({ ok }) => !ok)).toMatchObject(refused("roles_conflict"));
    }
  });

  it("that gets past the rule is stopped by the database", async () => {
    const { userId } = await newUser(await asCompany("ADMIN"));
    const write = (role: Role) =>
      db.grant.create({ data: { userId, role, scope: "COMPANY", grantedAt: NOW } }).then(
        () => true,
        () => false,
      );
    const written = await Promise.all([write("CASHIER"), write("ACCOUNTANT")]);
    expect(written.filter(Boolean)).toHaveLength(1);
  });

  it("is never one's own to give or to take, and the last administrator stays", async () => {
    await db.grant.updateMany({ where: { role: "ADMIN", endedAt: null }, data: { endedAt: NOW } });
    const [one, two] = [await asCompany("ADMIN"), await asCompany("ADMIN")];
    expect(await attempt(give(one, one.actorId, "MANAGER"))).toMatchObject(refused("own_grant"));
    const grantOf = (userId: string) => db.grant.findFirstOrThrow({ where: { userId } });
    const [mine, theirs] = [await grantOf(one.actorId), await grantOf(two.actorId)];
    const own = { userId: one.actorId, grantId: mine.id };
    expect(await attempt(endGrant(one, own))).toMatchObject(refused("own_grant"));
    const outcomes = await Promise.all([
      attempt(endGrant(two, own)),
      attempt(endGrant(one, { userId: two.actorId, grantId: theirs.id })),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject(refused("last_administrator"));
  });

  it("of a foreign user, place or grant is not found", async () => {
    const admin = await asCompany("ADMIN");
    const [first, second] = [await newUser(admin), await newUser(admin)];
    const { grantId } = await give(admin, first.userId, "CASHIER");
    const nowhere = { scope: "PROJECT" as const, id: newId() };
    const asked = [
      () => give(admin, newId(), "CASHIER"),
      () => giveGrant(admin, { key: newId(), userId: second.userId, role: "CASHIER", place: nowhere }),
      () => endGrant(admin, { userId: second.userId, grantId }),
      () => resetPassword(admin, { userId: newId() }),
      () => disableUser(admin, { userId: newId(), reason: "" }),
    ];
    for (const ask of asked) expect(await attempt<unknown>(ask())).toMatchObject(refused("not_found"));
    expect(await getPerson(admin, newId())).toBeNull();
  });
});

it.each(["MANAGER", "CASHIER", "ANALYST", "GM"])("a %s changes nobody", async (name) => {
  const role = isRole(name) ? name : "ANALYST";
  const [admin, other] = [await asCompany("ADMIN"), await asCompany(role)];
  const { userId } = await newUser(admin);
  const asked = [
    () => createUser(other, { name: "新人", login: `u-${newId()}` }),
    () => give(other, userId, "CLERK"),
    () => endGrant(other, { userId, grantId: newId() }),
    () => resetPassword(other, { userId }),
    () => disableUser(other, { userId, reason: "" }),
    () => enableUser(other, { userId, reason: "" }),
    () => endUserSessions(other, { userId }),
  ];
  for (const ask of asked) expect(await attempt<unknown>(ask())).toMatchObject(refused("not_permitted"));
});

it("one's own password changes with the old one, and signs other devices out", async () => {
  const admin = await asCompany("ADMIN");
  const login = `u-${newId()}`;
  const { password } = await createUser(admin, { name: "新人", login });
  const now = await databaseNow();
  const enter = async () => (await signIn({ login, password }, origin(), now)).token;
  const [here, there] = [await enter(), await enter()];
  const caller = async (token: string) =>
    (await findCaller({ kind: "session", hashes: hashesOf(token) }, null))?.caller;
  const me = await caller(here);
  if (!me) throw new Error("nobody is signed in");
  const wanted = { old: "not it", password: "a longer one than before" };
  expect(await attempt(changePassword(me, wanted))).toMatchObject(refused("sign_in_failed"));
  await changePassword(me, { ...wanted, old: password });
  expect([await caller(here), await caller(there)]).toMatchObject([{ actorId: me.actorId }, undefined]);
  expect(await signIn({ login, password: wanted.password }, origin(), now)).toMatchObject({ userId: me.actorId });
});
