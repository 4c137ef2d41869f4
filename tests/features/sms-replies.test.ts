import { afterAll, expect, it, vi } from "vitest";
import { closeDb, db } from "~/platform/db.server";
import { givenCustomer, givenProject } from "../support/given";

vi.stubEnv("SMS_GATEWAY_URL", "https://sms.example.com/send");
vi.stubEnv("SMS_GATEWAY_TOKEN", "a-token-of-the-gateway");
vi.resetModules();
const { action } = await import("~/routes/_public+/sms-replies");
afterAll(async () => {
  vi.unstubAllEnvs();
  await closeDb();
});

async function reply(body: BodyInit, headers: Record<string, string>): Promise<number> {
  const request = new Request("http://localhost/sms-replies", { method: "POST", body, headers });
  try {
    return (await action({ request, params: {}, context: { cspNonce: "", requestId: "", clientIp: "" } })).status;
  } catch (thrown) {
    return (thrown as { init: { status: number } }).init.status;
  }
}
const BEARER = { Authorization: "Bearer a-token-of-the-gateway" };
const JSON_BODY = { ...BEARER, "Content-Type": "application/json" };

it("takes the word that ends messages from the gateway, as JSON or as a form, and from nobody else", async () => {
  const project = await givenProject();
  const people = [await givenCustomer(project, null), await givenCustomer(project, null)];
  const phones = await Promise.all(
    people.map(async ({ personId }) => (await db.personPhone.findFirstOrThrow({ where: { personId } })).e164),
  );
  const [one = "", other = ""] = phones;
  const declined = () =>
    db.messageChoice.count({ where: { personId: { in: people.map(({ personId }) => personId) } } });

  expect(await reply(JSON.stringify({ from: one, text: "退订" }), { "Content-Type": "application/json" })).toBe(404);
  const guessed = { ...JSON_BODY, Authorization: "Bearer another-token" };
  expect(await reply(JSON.stringify({ from: one, text: "退订" }), guessed)).toBe(404);
  expect(await reply("{", JSON_BODY)).toBe(400);
  expect(await reply(JSON.stringify({ from: "somebody", text: "退订" }), JSON_BODY)).toBe(400);
  expect(await declined()).toBe(0);

  expect(await reply(JSON.stringify({ from: one, text: "退订" }), JSON_BODY)).toBe(204);
  expect(await reply(new URLSearchParams({ from: other, text: "T" }), BEARER)).toBe(204);
  expect(await declined()).toBe(2);
});
