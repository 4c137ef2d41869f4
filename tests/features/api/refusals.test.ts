import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OPERATIONS } from "~/api/operations.server";
import { may, mayAsk, permissionsOf, type Role } from "~/domain/permission";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { type Client, clientOf, DOCUMENT, OF_A_SALE, serveApi, tokenOf } from "../../support/api";
import { asStaff, givenCustomer, givenProject, givenUnit } from "../../support/given";
import { givenIdNumber, givenPhone } from "../../support/given-visitor";

let served: Awaited<ReturnType<typeof serveApi>>;
let api: Client;

beforeAll(async () => {
  served = await serveApi();
  api = clientOf(served.url);
});
afterAll(async () => {
  served.close();
  await closeDb();
});

async function givenConsultant() {
  const project = await givenProject();
  const ctx = await asStaff("CONSULTANT", project, { name: "李雷" });
  const [unit, customer] = [await givenUnit(project), await givenCustomer(project, ctx)];
  return { project, ctx, unit, customer, as: await tokenOf(ctx), hold: { customerId: customer.id } };
}

const problem = (status: number, code: string) => ({ status, body: { status, code } });

describe("a caller", () => {
  it("without a token, or with a bad one, learns nothing", async () => {
    const { unit, ctx } = await givenConsultant();
    const answer = await api.get(`/units/${unit.id}`);
    expect(answer).toMatchObject(problem(401, "token_refused"));
    expect(answer.headers.get("WWW-Authenticate")).toBe("Bearer");
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await api.get(`/units/${unit.id}`, { as: "x".repeat(43) })).toMatchObject(problem(401, "token_refused"));
    const old = await tokenOf(ctx);
    await db.apiToken.updateMany({ where: { userId: ctx.actorId }, data: { revokedAt: new Date() } });
    expect(await api.get(`/units/${unit.id}`, { as: old })).toMatchObject(problem(401, "token_refused"));
  });

  it("who keeps guessing tokens is told to wait", async () => {
    const guess = () => api.get("/projects", { as: "y".repeat(43) });
    const answers = await Promise.all(Array.from({ length: 70 }, guess));
    const told = answers.find(({ status }) => status === 429);
    expect(told).toMatchObject(problem(429, "rate_limited"));
    expect(Number(told?.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    await db.rateCount.deleteMany();
  });

  it("may ask with a session's cookie, never change anything", async () => {
    const { unit, hold } = await givenConsultant();
    const headers = { Cookie: "loupan=ImFueSI%3D" };
    expect(await api.post(`/units/${unit.id}/holds`, hold, { headers })).toMatchObject(problem(401, "token_refused"));
  });

  it("finds nothing of another project, whatever the id", async () => {
    const [mine, theirs] = [await givenConsultant(), await givenConsultant()];
    const { as } = mine;
    for (const path of [
      `/projects/${theirs.project.id}`,
      `/projects/${theirs.project.id}/board`,
      `/units/${theirs.unit.id}`,
      `/customers/${theirs.customer.id}`,
      `/deals/${newId()}`,
      `/payments/${newId()}`,
      `/approvals/${newId()}`,
      "/units/1",
    ]) {
      expect(await api.get(path, { as }), path).toMatchObject(problem(404, "not_found"));
    }
    const foreign = { customerId: theirs.customer.id };
    expect(await api.post(`/units/${theirs.unit.id}/holds`, mine.hold, { as })).toMatchObject(
      problem(404, "not_found"),
    );
    expect(await api.post(`/units/${mine.unit.id}/holds`, foreign, { as })).toMatchObject(problem(404, "not_found"));
    expect(await db.deal.count({ where: { projectId: { in: [mine.project.id, theirs.project.id] } } })).toBe(0);
  });

  it("is told in his language, and never sees what went wrong inside", async () => {
    const { unit, as } = await givenConsultant();
    const english = { "Accept-Language": "en-GB,en;q=0.9" };
    const missing = await api.get(`/units/${newId()}`, { as, headers: english });
    expect(missing.body.detail).toBe("Not found, or outside what you may see.");
    expect((await api.get(`/units/${newId()}`, { as })).body.detail).toMatch(/[一-鿿]/);
    await db.$executeRawUnsafe(`ALTER TABLE "Layout" RENAME TO "Gone"`);
    try {
      const failed = await api.get(`/units/${unit.id}`, { as });
      expect(failed).toMatchObject(problem(500, "server_failed"));
      expect(JSON.stringify(failed.body)).not.toMatch(/Gone|Layout|prisma|\.ts|relation/i);
    } finally {
      await db.$executeRawUnsafe(`ALTER TABLE "Gone" RENAME TO "Layout"`);
    }
  });

  it("by role can what the role may, nothing else", async () => {
    const project = await givenProject();
    const roles: Role[] = [
      "RECEPTIONIST",
      "CONSULTANT",
      "CONTROLLER",
      "MANAGER",
      "CASHIER",
      "CLERK",
      "PLANNER",
      "ADMIN",
    ];
    const paths = { unit: newId(), deal: newId() };
    const owner = await asStaff("CONSULTANT", project);
    const customer = await givenCustomer(project, owner);
    paths.unit = (await givenUnit(project)).id;
    const held = await api.post(
      `/units/${paths.unit}/holds`,
      { customerId: customer.id },
      { as: await tokenOf(owner) },
    );
    paths.deal = String(held.body.dealId);
    const body = { ...{ version: 99, reason: "r", until: "2099-01-01T00:00:00Z" } };
    const grid = [
      ["deal:confirm_unit", `/deals/${paths.deal}/unit-confirmation`, { version: 99 }],
      ["deal:sign_subscription", `/deals/${paths.deal}/subscription-signature`, { version: 99 }],
      ["deal:extend_hold", `/deals/${paths.deal}/extension`, body],
      ["filing:file", `/deals/${paths.deal}/filing`, { version: 99, number: "1", on: "2026-03-02" }],
      ["unit:withhold", `/units/${paths.unit}/withholding`, body],
      ["customer:register", "/customers", { projectId: project.id, name: "某人", consultantId: owner.actorId }],
    ] as const;
    for (const role of roles) {
      const as = await tokenOf(await asStaff(role, project));
      const held = permissionsOf([role]);
      for (const [needed, path, sent] of grid) {
        const { status } = await api.post(path, sent, { as });
        const allowed = may(held, needed).ok || mayAsk(held, needed).ok;
        expect(`${role} ${needed} ${status === 403 ? "no" : "yes"}`).toBe(
          `${role} ${needed} ${allowed ? "yes" : "no"}`,
        );
      }
    }
  });
});

describe("a request", () => {
  it("needs its key where a unit is claimed, and is carried out once under it", async () => {
    const { unit, as, hold, project } = await givenConsultant();
    const path = `/units/${unit.id}/holds`;
    expect(await api.post(path, hold, { as, key: null })).toMatchObject(problem(400, "idempotency_key_missing"));
    const key = newId();
    const first = await api.post(path, hold, { as, key });
    expect(first.status).toBe(201);
    const again = await api.post(path, hold, { as, key });
    expect({ status: again.status, body: again.body }).toEqual({ status: 201, body: first.body });
    const other = await api.post(path, { ...hold, reason: "别的" }, { as, key });
    expect(other).toMatchObject(problem(422, "idempotency_mismatch"));
    expect(await db.deal.count({ where: { projectId: project.id } })).toBe(1);
  });

  it("needs its key wherever a unit is claimed or money moves, and nowhere else", () => {
    const keyed = OPERATIONS.filter(({ once }) => once).map(({ name }) => name);
    expect(keyed).toEqual(["placeHold", "reserveUnit", "takePayment", "askPaymentReversal", "decideApproval"]);
  });

  it("for a unit that is taken is told by whom and since when", async () => {
    const { unit, as, hold, project } = await givenConsultant();
    await api.post(`/units/${unit.id}/holds`, hold, { as });
    const late = await asStaff("CONSULTANT", project);
    const customer = await givenCustomer(project, late);
    const told = await api.post(`/units/${unit.id}/holds`, { customerId: customer.id }, { as: await tokenOf(late) });
    expect(told).toMatchObject(problem(409, "unit_taken"));
    expect(told.body.params).toEqual({ by: "李雷", since: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) });
  });

  it("that is malformed is refused before anything is done", async () => {
    const { unit, as, hold } = await givenConsultant();
    const path = `/units/${unit.id}/holds`;
    expect(await api.post(path, "{", { as })).toMatchObject(problem(400, "request_unreadable"));
    const nul = problem(400, "request_unreadable");
    expect(await api.post(path, { ...hold, reason: "a\u0000b" }, { as })).toMatchObject(nul);
    expect(await api.get("/customers?q=a%00b", { as })).toMatchObject(nul);
    expect((await api.get("/customers?q=%5Cu0000", { as })).status).toBe(200);
    const large = await api.post(path, { ...hold, reason: "长".repeat(100_000) }, { as });
    expect(large).toMatchObject(problem(413, "request_too_large"));
    const asText = { "Content-Type": "text/plain" };
    expect(await api.post(path, hold, { as, headers: asText })).toMatchObject(problem(415, "media_type_refused"));
    const wrong = await api.post(
      path,
      { customerId: "1", until: "tomorrow", extra: 1, reason: "x".repeat(81) },
      { as },
    );
    expect(wrong).toMatchObject(problem(422, "value_invalid"));
    const places = (wrong.body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => [
      pointer,
      code,
    ]);
    expect(places.sort()).toEqual([
      ["#/customerId", "value_invalid"],
      ["#/extra", "value_invalid"],
      ["#/reason", "value_too_long"],
      ["#/until", "value_invalid"],
    ]);
    const query = await api.get("/deals?limit=0", { as });
    expect(query).toMatchObject({
      status: 422,
      body: { errors: [{ parameter: "limit", code: "value_out_of_range" }] },
    });
    expect((await api.get("/nowhere", { as })).status).toBe(404);
    const response = await fetch(`${served.url}/api/v1/projects`, { method: "DELETE" });
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "GET"]);
  });

  it("asked again with its ETag is answered 304", async () => {
    const { unit, as } = await givenConsultant();
    const first = await api.get(`/units/${unit.id}`, { as });
    const headers = { "If-None-Match": first.headers.get("ETag") ?? "" };
    expect((await api.get(`/units/${unit.id}`, { as, headers })).status).toBe(304);
    await db.unit.update({ where: { id: unit.id }, data: { orientation: "南" } });
    expect((await api.get(`/units/${unit.id}`, { as, headers })).status).toBe(200);
  });
});

describe("a list", () => {
  it("comes in pages that meet", async () => {
    const { project, ctx, as } = await givenConsultant();
    for (let at = 0; at < 4; at++) await givenCustomer(project, ctx, `客户${at}`);
    const seen: string[] = [];
    let after = "";
    do {
      const { body } = await api.get(`/customers?limit=2${after && `&after=${encodeURIComponent(after)}`}`, { as });
      seen.push(...(body.rows as { id: string }[]).map(({ id }) => id));
      after = (body.next as string | null) ?? "";
    } while (after);
    expect([seen.length, new Set(seen).size]).toEqual([5, 5]);
  });
});

describe("the reservation of a unit", () => {
  it("leaves no hold behind when the draft is refused", async () => {
    const { unit, as, customer, project } = await givenConsultant();
    const body = { customerId: customer.id, paymentPlanId: newId(), earnestFen: 1 };
    expect(await api.post(`/units/${unit.id}/reservations`, body, { as })).toMatchObject(problem(409, "plan_missing"));
    expect(await db.deal.count({ where: { projectId: project.id } })).toBe(0);
  });
});

afterAll(() => {
  const tested = new Set([...api.answered, ...OF_A_SALE]);
  expect(OPERATIONS.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
});

describe("the document", () => {
  it("is served, and names every operation once", async () => {
    const response = await fetch(`${served.url}/api/v1/openapi.json`);
    const document = (await response.json()) as typeof DOCUMENT;
    expect(document).toEqual(DOCUMENT);
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map((one) => one.operationId));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(OPERATIONS.length + 2);
  });
});

it("the other operations answer as they are described", async () => {
  const { project, ctx, unit, as, hold } = await givenConsultant();
  const manager = await tokenOf(await asStaff("MANAGER", project));
  const controller = await tokenOf(await asStaff("CONTROLLER", project));
  expect((await api.get("/projects", { as })).body.rows).toMatchObject([{ id: project.id }]);
  expect((await api.get(`/projects/${project.id}`, { as })).body).toMatchObject({ code: project.code });
  expect((await api.get(`/projects/${project.id}/payment-plans`, { as })).status).toBe(200);
  expect((await api.get(`/projects/${project.id}/discount-schemes`, { as })).status).toBe(200);
  expect((await api.get(`/projects/${project.id}/board`, { as })).body).toMatchObject({
    rows: [[unit.id]].map(() => expect.anything()),
  });

  const until = new Date(Date.now() + 3_600_000).toISOString();
  const version = async () => (await db.unit.findUniqueOrThrow({ where: { id: unit.id } })).version;
  const withheld = { version: await version(), reason: "领导留房", until };
  expect((await api.post(`/units/${unit.id}/withholding`, withheld, { as: controller })).status).toBe(201);
  expect((await api.get(`/units/${unit.id}`, { as })).body).toMatchObject({ saleState: "WITHHELD" });
  const lifted = { version: await version() };
  expect((await api.post(`/units/${unit.id}/withholding/end`, lifted, { as: controller })).status).toBe(200);

  const { body: held } = await api.post(`/units/${unit.id}/holds`, hold, { as });
  const later = { version: 1, until: new Date(Date.now() + 30 * 3_600_000).toISOString() };
  expect((await api.post(`/deals/${held.dealId}/extension`, later, { as: controller })).status).toBe(200);
  expect((await api.get("/deals?q=1-", { as })).body.rows).toMatchObject([{ id: held.dealId }]);
  expect((await api.post(`/deals/${held.dealId}/release`, { version: 2 }, { as })).body).toMatchObject({
    stage: "VOIDED",
  });

  const visitor = { name: "张三丰", phone: givenPhone() };
  const made = await api.post("/customers", visitor, { as });
  expect(made).toMatchObject({ status: 201, body: { ownerId: ctx.actorId } });
  const path = `/customers/${made.body.customerId}`;
  const paper = { version: 1, name: "张三丰", idKind: "ID_CARD", idNumber: givenIdNumber(1), address: "武当山" };
  expect((await api.post(`${path}/identity`, paper, { as })).status).toBe(200);
  expect((await api.get(path, { as })).body).toMatchObject({ buyerComplete: true });
  expect((await api.get("/customers?q=zsf", { as })).body.rows).toMatchObject([{ id: made.body.customerId }]);
  const noted = await api.post(`${path}/interactions`, { contact: "CALL_OUT", text: "回访" }, { as });
  expect(noted.status).toBe(201);
  expect((await api.get("/deals?limit=1", { as: manager })).status).toBe(200);

  // With money behind it a hold is not released but cancelled, and the money is owed back.
  const { body: behind } = await api.post(`/units/${unit.id}/holds`, hold, { as });
  const receipts = [{ dealId: behind.dealId, amountFen: 1_000_000, purse: "HOUSE" }];
  const [method, receivedOn] = ["CASH", new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)];
  const money = { sellerId: project.sellerId, method, receivedOn, payer: "王小明", receipts };
  const cashier = await tokenOf(await asStaff("CASHIER", project));
  expect((await api.post("/payments", money, { as: cashier })).status).toBe(201);
  const dealVersion = (await db.deal.findUniqueOrThrow({ where: { id: String(behind.dealId) } })).version;
  const given = await api.post(`/deals/${behind.dealId}/cancellation`, { version: dealVersion }, { as });
  expect(given.body).toMatchObject({ stage: "CANCELLED" });
});
