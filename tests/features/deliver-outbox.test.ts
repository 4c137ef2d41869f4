import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { deliverOutbox, type Gateways } from "~/features/messaging/deliver-outbox.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { putIntoOutbox } from "~/platform/outbox.server";
import { gatewayAt } from "~/platform/sms.server";
import { NOW } from "../support/given";

type Received = { key: string | undefined; token: string | undefined; body: unknown };
const received: Received[] = [];
let answer = 200;
const gateway = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk: Buffer) => {
    body += chunk.toString();
  });
  request.on("end", () => {
    const key = request.headers["idempotency-key"];
    received.push({ key: String(key), token: request.headers.authorization, body: JSON.parse(body) });
    response.writeHead(answer).end();
  });
});
let gateways: Gateways;

beforeAll(async () => {
  gateway.listen(0, "127.0.0.1");
  await once(gateway, "listening");
  const { port } = gateway.address() as AddressInfo;
  gateways = { SMS: gatewayAt({ url: `http://127.0.0.1:${port}/send`, token: "secret" }), MAIL: null };
});
beforeEach(async () => {
  received.length = 0;
  answer = 200;
  await db.outboxMessage.deleteMany();
});
afterAll(async () => {
  gateway.close();
  await closeDb();
});

const put = (effectKey = newId()) =>
  inTransaction(async (tx) => {
    const message = { effectKey, channel: "SMS" as const, to: "+8613800000001", text: "您好", now: NOW };
    await putIntoOutbox(tx, message);
    await putIntoOutbox(tx, message);
    return effectKey;
  });
const kept = (effectKey: string) => db.outboxMessage.findUniqueOrThrow({ where: { effectKey } });

it("sends each message once, though several deliver and the same effect was put in twice", async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => put()));
  await Promise.all([deliverOutbox(NOW, gateways), deliverOutbox(NOW, gateways), deliverOutbox(NOW, gateways)]);
  expect(received.map(({ key }) => key).sort()).toEqual([...keys].sort());
  expect(received[0]).toMatchObject({ token: "Bearer secret", body: { to: "+8613800000001", text: "您好" } });
  expect(await db.outboxMessage.count({ where: { status: "SENT", sentAt: NOW } })).toBe(8);
});

it("waits longer after each failure, and gives up after the fifth", async () => {
  answer = 503;
  const key = await put();
  expect(await deliverOutbox(NOW, gateways)).toBe(0);
  expect(await kept(key)).toMatchObject({ status: "WAITING", attempts: 1, lastError: "the gateway answered 503" });
  await deliverOutbox(NOW, gateways);
  expect(received).toHaveLength(1);
  for (let day = 1; day <= 5; day++) await deliverOutbox(hoursAfter(NOW, day * 24), gateways);
  expect(received).toHaveLength(5);
  expect(await kept(key)).toMatchObject({ status: "FAILED", attempts: 5, sentAt: null });
});

it("keeps everything where there is no gateway", async () => {
  const key = await put();
  expect(await deliverOutbox(NOW, { SMS: null, MAIL: null })).toBe(0);
  expect(await kept(key)).toMatchObject({ status: "WAITING", attempts: 0 });
});
