import { afterAll, describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { authenticatorFor } from "~/features/accounts/authenticator.server";
import { hashPassword } from "~/features/accounts/password.server";
import { requestCode } from "~/features/accounts/request-code.server";
import { signIn } from "~/features/accounts/sign-in.server";
import { signInByCode } from "~/features/accounts/sign-in-by-code.server";
import { endSessions, signOut } from "~/features/accounts/sign-out.server";
import { attempt } from "~/platform/attempt.server";
import { findCaller } from "~/platform/caller.server";
import { databaseNow } from "~/platform/clock.server";
import { hashesOf } from "~/platform/credential.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { NOW, refused } from "../support/given";
import { messagesWhere } from "../support/outbox";

const PASSWORD = "correct horse battery";
const origin = () => ({ ip: newId(), userAgent: "test", requestId: newId() });

/** Somebody of the office with a login of their own and the password above. */
async function givenUser(over: { disabledAt?: Date } = {}) {
  const login = `user-${newId()}`;
  const passwordHash = await hashPassword(PASSWORD);
  const user = await db.user.create({ data: { login, name: "林小雨", passwordHash, createdAt: NOW, ...over } });
  return { id: user.id, login };
}

/** A buyer with one phone, and the newest code on its way to it. */
async function givenBuyer() {
  const digits = String(Math.floor(Math.random() * 100_000_000)).padStart(8, "0");
  const phone = `+86139${digits}`;
  const person = await db.person.create({
    data: { name: "王小明", createdAt: NOW, phones: { create: { e164: phone, tail: phone.slice(-4), primary: true } } },
  });
  return { phone, personId: person.id };
}
const messagesTo = (phone: string) => messagesWhere({ person: { phones: { some: { e164: phone } } } });
const sentCode = async (phone: string) => /\d{6}/.exec((await messagesTo(phone)).at(-1)?.text ?? "")?.[0] ?? "";
const otherThan = (code: string) => (code === "000000" ? "000001" : "000000");

const callerOf = (token: string) => findCaller({ kind: "session", hashes: hashesOf(token) }, null);

afterAll(closeDb);

describe("staff", () => {
  it("come in with their password and are known by their session until they leave", async () => {
    const { login, id } = await givenUser();
    const now = await databaseNow();
    const { token, userId } = await signIn({ login, password: PASSWORD }, origin(), now);
    expect(userId).toBe(id);
    const found = await callerOf(token);
    expect(found?.caller).toMatchObject({ actorId: id, actorName: "林小雨" });
    if (found) await signOut(found.caller);
    expect(await callerOf(token)).toBeNull();
    expect(await db.signInAttempt.findMany({ where: { name: login } })).toMatchObject([{ ok: true, userId: id }]);
  });

  it("hear the same about a wrong password, an unknown name and a closed account", async () => {
    const known = await givenUser();
    const closed = await givenUser({ disabledAt: NOW });
    const tries = [
      [known.login, "wrong"],
      [`nobody-${newId()}`, PASSWORD],
      [closed.login, PASSWORD],
    ] as const;
    for (const [login, password] of tries) {
      expect(await attempt(signIn({ login, password }, origin(), NOW))).toEqual(refused("sign_in_failed"));
      expect(await db.signInAttempt.findMany({ where: { name: login } })).toMatchObject([
        { ok: false, reason: "sign_in_failed", method: "PASSWORD" },
      ]);
    }
  });

  it.each(["known", "unknown"])(
    "lock a name that is %s after five failures, for a quarter of an hour",
    async (which) => {
      const login = which === "known" ? (await givenUser()).login : `nobody-${newId()}`;
      const enter = (password: string, now = NOW) => attempt(signIn({ login, password }, origin(), now));
      for (let i = 0; i < 5; i++) expect(await enter("wrong")).toEqual(refused("sign_in_failed"));
      const until = hoursAfter(NOW, 0.25);
      const locked = { ok: false, refusal: { code: "locked_out", params: { until } } };
      expect(await enter(PASSWORD)).toEqual(locked);
      expect(await enter(PASSWORD, new Date(until.getTime() - 1))).toEqual(locked);
      const after = await enter(PASSWORD, until);
      expect(after).toMatchObject(which === "known" ? { ok: true } : refused("sign_in_failed"));
    },
  );

  it("get five guesses however many are made at once", async () => {
    const { login } = await givenUser();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => attempt(signIn({ login, password: "wrong" }, origin(), NOW))),
    );
    const codes = outcomes.map((outcome) => (outcome.ok ? "in" : outcome.refusal.code));
    expect(codes.filter((code) => code === "sign_in_failed")).toHaveLength(5);
    expect(codes.filter((code) => code === "locked_out")).toHaveLength(15);
  });

  it("are stopped after too many tries from one address, whatever the names", async () => {
    const from = origin();
    const outcomes = [];
    for (let i = 0; i < 61; i++) {
      outcomes.push(await attempt(signIn({ login: `nobody-${newId()}`, password: "wrong" }, from, NOW)));
    }
    expect(outcomes.at(-1)).toMatchObject(refused("rate_limited"));
  });

  it("are a whole office at one address, where only guesses are counted", async () => {
    const [{ login }, from] = [await givenUser(), origin()];
    for (let i = 0; i < 61; i++) await signIn({ login, password: PASSWORD }, from, NOW);
    const guess = () => attempt(signIn({ login: `nobody-${newId()}`, password: "wrong" }, from, NOW));
    for (let i = 0; i < 60; i++) expect(await guess()).toMatchObject(refused("sign_in_failed"));
    expect(await guess()).toMatchObject(refused("rate_limited"));
  });

  it("lose a session at its end, and all of them when they sign out everywhere", async () => {
    const { login } = await givenUser();
    const enter = async (now: Date) => (await signIn({ login, password: PASSWORD }, origin(), now)).token;
    const now = await databaseNow();
    const [old, one, other] = [await enter(hoursAfter(now, -13)), await enter(now), await enter(now)];
    expect(await callerOf(old)).toBeNull();
    const found = await callerOf(one);
    if (found) await endSessions(found.caller);
    expect([await callerOf(one), await callerOf(other)]).toEqual([null, null]);
  });

  it("come through the authenticator that the page uses", async () => {
    const { login, id } = await givenUser();
    const body = new URLSearchParams({ door: "password", login: login.toUpperCase(), password: PASSWORD });
    const request = new Request("http://localhost/sign-in", { method: "POST", body });
    expect(await authenticatorFor(origin(), NOW).authenticate("password", request)).toMatchObject({ userId: id });
  });
});

describe("buyers", () => {
  it("come in once with the code that was sent to their phone", async () => {
    const { phone, personId } = await givenBuyer();
    const now = await databaseNow();
    await requestCode(phone, "zh-CN", origin(), now);
    const code = await sentCode(phone);
    const { token } = await signInByCode({ phone, code }, origin(), now);
    expect((await callerOf(token))?.caller).toMatchObject({ personId, actorName: "王小明" });
    expect(await attempt(signInByCode({ phone, code }, origin(), now))).toMatchObject(refused("code_expired"));
  });

  it("hear the same as people whose phone nobody has, step by step", async () => {
    const { phone } = await givenBuyer();
    const stranger = `+86137${String(Math.floor(Math.random() * 100_000_000)).padStart(8, "0")}`;
    const answers = async (to: string) => {
      const said = [await attempt(requestCode(to, "zh-CN", origin(), NOW))];
      const wrong = otherThan(await sentCode(to));
      for (let i = 0; i < 7; i++)
        said.push(await attempt(signInByCode({ phone: to, code: wrong }, origin(), NOW) as never));
      return said;
    };
    expect(await answers(stranger)).toEqual(await answers(phone));
    expect(await messagesTo(stranger)).toEqual([]);
    expect(await db.signInAttempt.count({ where: { name: `*${stranger.slice(-4)}`, ok: false } })).toBeGreaterThan(0);
  });

  it("get five tries at a code, and five minutes", async () => {
    const { phone } = await givenBuyer();
    const enter = (code: string, now = NOW) => attempt(signInByCode({ phone, code }, origin(), now));
    await requestCode(phone, "zh-CN", origin(), NOW);
    const first = await sentCode(phone);
    for (let left = 4; left >= 0; left--) {
      const wrong = { ok: false, refusal: { code: "code_wrong", params: { left } } };
      expect(await enter(otherThan(first))).toEqual(wrong);
    }
    expect(await enter(first)).toMatchObject(refused("code_expired"));

    await requestCode(phone, "zh-CN", origin(), NOW);
    const second = await sentCode(phone);
    expect(await enter(second, hoursAfter(NOW, 5 / 60))).toMatchObject(refused("code_expired"));
    expect(await enter(second, hoursAfter(NOW, 4.99 / 60))).toMatchObject({ ok: true });
  });

  it("are not sent codes without end", async () => {
    const { phone } = await givenBuyer();
    const ask = () => attempt(requestCode(phone, "zh-CN", origin(), NOW));
    const outcomes = [await ask(), await ask(), await ask(), await ask()];
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    expect(await messagesTo(phone)).toHaveLength(3);
  });
});
