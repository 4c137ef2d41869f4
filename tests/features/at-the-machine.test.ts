import { afterAll, expect, it } from "vitest";
import { issueTokenFor } from "~/features/accounts/issue-api-token.server";
import { makeAdministrator } from "~/features/accounts/make-administrator.server";
import { signIn } from "~/features/accounts/sign-in.server";
import { attempt } from "~/platform/attempt.server";
import { companyContext, findCaller } from "~/platform/caller.server";
import { databaseNow } from "~/platform/clock.server";
import { hashesOf } from "~/platform/credential.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asCompany } from "../support/as-company";
import { refused } from "../support/given";

const origin = () => ({ ip: newId(), userAgent: "test", requestId: newId() });
const loginOf = async (userId: string) => (await db.user.findUniqueOrThrow({ where: { id: userId } })).login ?? "";

afterAll(closeDb);

it("makes the first administrator, and gives one who lost the password a new one", async () => {
  const now = await databaseNow();
  const login = `root-${newId()}`;
  const first = await makeAdministrator({ login, name: "首位管理员" }, now);
  const { token } = await signIn({ login, password: first.password }, origin(), now);
  const found = await findCaller({ kind: "session", hashes: hashesOf(token) }, null);
  expect(found && companyContext(found).roles).toEqual(["ADMIN"]);

  const again = await makeAdministrator({ login, name: "首位管理员" }, now);
  expect(again.userId).toBe(first.userId);
  expect(await findCaller({ kind: "session", hashes: hashesOf(token) }, null)).toBeNull();
  expect(await attempt(signIn({ login, password: first.password }, origin(), now))).toMatchObject(
    refused("sign_in_failed"),
  );
  expect(await signIn({ login, password: again.password }, origin(), now)).toMatchObject({ userId: first.userId });
  expect(await db.grant.count({ where: { userId: first.userId } })).toBe(1);
});

it("makes no administrator of who takes money or approves", async () => {
  const login = await loginOf((await asCompany("CASHIER")).actorId);
  const asked = makeAdministrator({ login, name: "出纳" }, await databaseNow());
  expect(await attempt(asked)).toMatchObject(refused("roles_conflict"));
});

it("issues a token by login", async () => {
  const now = await databaseNow();
  const { actorId } = await asCompany("ANALYST");
  const { token } = await issueTokenFor({ login: await loginOf(actorId), name: "报表", days: null }, now);
  const found = await findCaller({ kind: "token", hashes: hashesOf(token) }, null);
  expect(found?.caller.actorId).toBe(actorId);
  expect(await attempt(issueTokenFor({ login: newId(), name: "x", days: null }, now))).toMatchObject(
    refused("not_found"),
  );
});
