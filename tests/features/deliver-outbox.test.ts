import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { deliverOutbox, type Gateways } from "~/features/messaging/deliver-outbox.server";
import { listOutbox } from "~/features/messaging/list-outbox.server";
import { resendMessage } from "~/features/messaging/resend-message.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { type Outgoing, Undeliverable } from "~/platform/gateway.server";
import { newId } from "~/platform/id.server";
import { putIntoOutbox } from "~/platform/outbox.server";
import { asCompany } from "../support/as-company";
import { asStaff, type GivenProject, givenCustomer, givenProject, NOW, refused } from "../support/given";
import { messagesWhere } from "../support/outbox";

afterAll(closeDb);

const received: Outgoing[] = [];
let fails: Error | null = null;
/** A carrier that takes everything, or fails as it is told; the gateways themselves have tests of their own. */
const carrier = async (message: Outgoing) => {
  received.push(message);
  if (fails) throw fails;
  return { reference: `ref-${message.key}` };
};
const gateways: Gateways = { SMS: carrier, MAIL: carrier };
const NO_GATEWAYS: Gateways = { SMS: null, MAIL: null };

beforeEach(async () => {
  received.length = 0;
  fails = null;
  await db.outboxMessage.deleteMany();
});

async function given() {
  const project = await givenProject();
  const { personId } = await givenCustomer(project, null);
  const { e164: phone } = await db.personPhone.findFirstOrThrow({ where: { personId } });
  return { project, personId, phone };
}
type Given = { project: GivenProject; personId: string };

/** 10:00 in the morning there, where nothing else is said. */
const contract = ({ project, personId }: Given, over: { effectKey?: string; now?: Date } = {}) => ({
  effectKey: newId(),
  kind: "CONTRACT_SIGNED" as const,
  says: { unit: "1-5-01", number: "HT-1" },
  to: { personId },
  projectId: project.id,
  now: NOW,
  ...over,
});
const overdue = ({ project, personId }: Given, now: Date) => ({
  effectKey: newId(),
  kind: "INSTALMENT_OVERDUE" as const,
  says: { unit: "1-5-01", item: "首付款", open: 60_000_000, dueOn: "2026-03-01" as never, days: 1 },
  to: { personId },
  projectId: project.id,
  now,
});
const put = (...messages: Parameters<typeof putIntoOutbox>[1][]) =>
  inTransaction((tx) => putIntoOutbox(tx, ...messages));
const kept = (effectKey: string) => db.outboxMessage.findUniqueOrThrow({ where: { effectKey } });
const set = (project: GivenProject, key: string, value: number) =>
  db.setting.create({
    data: {
      key,
      value,
      scope: "PROJECT",
      projectId: project.id,
      effectiveFrom: new Date("2026-01-01"),
      source: "测试",
      recordedAt: NOW,
    },
  });

describe("the outbox", () => {
  it("sends each message once, though several deliver and the same effect was put in twice", async () => {
    const messages = await Promise.all(Array.from({ length: 8 }, async () => contract(await given())));
    await put(...messages);
    await put(...messages);
    await Promise.all([1, 2, 3].map(() => deliverOutbox(NOW, gateways)));
    expect(received.map(({ key }) => key).sort()).toEqual(messages.map(({ effectKey }) => effectKey).sort());
    expect(await db.outboxMessage.count({ where: { status: "SENT", sentAt: NOW } })).toBe(8);
  });

  it("writes to a person's first phone, signed by the project, in the person's language", async () => {
    const one = await given();
    await db.user.create({ data: { name: "王", personId: one.personId, locale: "EN", createdAt: NOW } });
    await put(overdue(one, NOW));
    await deliverOutbox(NOW, gateways);
    const text = `【${one.project.name}】首付款 of ¥600,000.00 for 1-5-01 was due on 1 Mar 2026, 1 day ago. Please pay soon to avoid late fees.`;
    expect(received).toMatchObject([{ to: one.phone, text }]);
  });

  it("keeps the words closed: under the person's own key once they left, and not in the row", async () => {
    const one = await given();
    const message = contract(one);
    await put(message);
    const waiting = JSON.stringify(await db.$queryRaw`SELECT * FROM "OutboxMessage"`);
    await deliverOutbox(NOW, gateways);
    const row = await kept(message.effectKey);
    expect(row).toMatchObject({ saysCipher: null, copyKeyId: "person", reference: `ref-${message.effectKey}` });
    for (const clear of ["HT-1", one.phone.slice(3), Buffer.from("HT-1").toString("hex")]) {
      expect(waiting).not.toContain(clear);
      expect(Buffer.from(row.copyCipher ?? []).toString("latin1")).not.toContain(clear);
    }
    expect(await messagesWhere({ id: row.id })).toMatchObject([{ to: one.phone }]);
    await db.personKey.delete({ where: { personId: one.personId } });
    expect(await messagesWhere({ id: row.id })).toMatchObject([{ to: null, text: null }]);
  });

  it("waits longer after each failure, gives up after the fifth, and is sent again by hand", async () => {
    fails = new Error("the gateway answered 503");
    const message = overdue(await given(), NOW);
    await put(message);
    expect(await deliverOutbox(NOW, gateways)).toBe(0);
    expect(await kept(message.effectKey)).toMatchObject({ status: "WAITING", attempts: 1, lastError: fails.message });
    await deliverOutbox(NOW, gateways);
    expect(received).toHaveLength(1);
    for (let hour = 1; hour <= 6; hour++) await deliverOutbox(hoursAfter(NOW, hour), gateways);
    expect(received).toHaveLength(5);
    expect(await kept(message.effectKey)).toMatchObject({ status: "FAILED", attempts: 5, sentAt: null });

    fails = null;
    const admin = { ...(await asCompany("ADMIN")), now: hoursAfter(NOW, 7) };
    const { id } = await kept(message.effectKey);
    const form = { key: newId(), messageId: id };
    await Promise.all([resendMessage(admin, form), resendMessage(admin, form)]);
    expect(await deliverOutbox(hoursAfter(NOW, 7), gateways)).toBe(1);
    expect(await kept(message.effectKey)).toMatchObject({ status: "SENT" });
  });

  it("does not try again where the carrier says never", async () => {
    fails = new Undeliverable("the gateway answered 400");
    const message = contract(await given());
    await put(message);
    await deliverOutbox(NOW, gateways);
    await deliverOutbox(hoursAfter(NOW, 5), gateways);
    expect(received).toHaveLength(1);
    expect(await kept(message.effectKey)).toMatchObject({ status: "FAILED", attempts: 1, lastError: fails.message });
  });

  it("is where a message ends when there is no gateway, and it does not leave later either", async () => {
    const message = contract(await given());
    await put(message);
    expect(await deliverOutbox(NOW, NO_GATEWAYS)).toBe(1);
    expect(await kept(message.effectKey)).toMatchObject({ status: "KEPT", sentAt: NOW });
    expect(await deliverOutbox(hoursAfter(NOW, 1), gateways)).toBe(0);
    expect(received).toEqual([]);
  });

  it("sends a copy of what left, under a name of its own, and no code twice", async () => {
    const one = await given();
    const code = { effectKey: newId(), kind: "ONE_TIME_CODE", says: { code: "123456", minutes: 5 } } as const;
    const message = contract(one);
    await put(message, { ...code, to: { personId: one.personId }, projectId: null, now: NOW });
    await deliverOutbox(NOW, gateways);
    received.length = 0;
    const admin = { ...(await asCompany("ADMIN")), now: NOW };
    const again = async (effectKey: string) =>
      attempt(resendMessage(admin, { key: newId(), messageId: (await kept(effectKey)).id }));
    expect(await again(code.effectKey)).toMatchObject(refused("wrong_state"));
    expect(await again(message.effectKey)).toMatchObject({ ok: true });
    await deliverOutbox(NOW, gateways);
    expect(received).toMatchObject([{ to: one.phone }]);
    expect(received[0]?.key).not.toBe(message.effectKey);
    expect((await listOutbox(admin, { to: one.phone, kind: null, status: "SENT", after: null })).messages).toHaveLength(
      3,
    );
    const manager = await asCompany("MANAGER");
    const { id } = await kept(message.effectKey);
    expect(await attempt(resendMessage(manager, { key: newId(), messageId: id }))).toMatchObject(
      refused("not_permitted"),
    );
  });
});

describe("what holds a message back", () => {
  const NIGHT = new Date("2026-03-02T14:30:00Z"); // 22:30 there
  const MORNING = new Date("2026-03-03T00:00:00Z"); // 08:00 there

  it("is the night, but for codes and the staff", async () => {
    const one = await given();
    const manager = await asStaff("MANAGER", one.project);
    await db.user.update({ where: { id: manager.actorId }, data: { mail: "manager@example.com" } });
    const code = {
      kind: "ONE_TIME_CODE",
      says: { code: "123456", minutes: 5 },
      to: { personId: one.personId },
    } as const;
    const asked = { kind: "APPROVAL_EXPIRED", says: { kind: "REFUND" }, to: { userId: manager.actorId } } as const;
    const rest = { projectId: one.project.id, now: NIGHT };
    await put(
      overdue(one, NIGHT),
      contract(one, { now: NIGHT }),
      { ...code, ...rest, effectKey: newId() },
      { ...asked, ...rest, effectKey: newId() },
    );
    expect(await deliverOutbox(NIGHT, gateways)).toBe(2);
    expect(received.map(({ to }) => to).sort()).toEqual([one.phone, "manager@example.com"].sort());
    expect(received.map(({ subject }) => subject)).toContain(`[${one.project.name}] 申请已过期`);
    expect(await db.outboxMessage.findMany({ where: { status: "WAITING" } })).toMatchObject([
      { why: "QUIET_HOURS", dueAt: MORNING },
      { why: "QUIET_HOURS", dueAt: MORNING },
    ]);
    expect(await deliverOutbox(MORNING, gateways)).toBe(2);
  });

  it("is the night as the setting says it", async () => {
    const one = await given();
    await set(one.project, "quietFromHour", 23);
    await put(contract(one, { now: NIGHT }));
    expect(await deliverOutbox(NIGHT, gateways)).toBe(1);
  });

  it("is the cap of a day, which what must be said neither keeps nor uses up", async () => {
    const one = await given();
    await set(one.project, "messagesPerDay", 2);
    await put(overdue(one, NOW), contract(one), contract(one), contract(one), overdue(one, NOW));
    expect(await Promise.all([1, 2].map(() => deliverOutbox(NOW, gateways)))).toEqual(expect.any(Array));
    expect(received).toHaveLength(4);
    const [waits] = await db.outboxMessage.findMany({ where: { status: "WAITING" } });
    expect(waits).toMatchObject({ kind: "CONTRACT_SIGNED", why: "CAP", dueAt: MORNING });
    expect(await deliverOutbox(MORNING, gateways)).toBe(1);
  });

  it("is that it comes too late to be of use, or that there is no address", async () => {
    const [one, erased] = [await given(), await given()];
    await put(contract(one), contract(erased));
    await db.person.update({
      where: { id: erased.personId },
      data: { name: "***", erasedAt: NOW, erasedUnder: "REQUEST" },
    });
    await deliverOutbox(NOW, { ...gateways, SMS: null });
    const old = contract(one, { now: hoursAfter(NOW, -73) });
    await put(old);
    expect(await deliverOutbox(NOW, gateways)).toBe(0);
    expect(await kept(old.effectKey)).toMatchObject({ status: "SUPPRESSED", why: "TOO_LATE", saysCipher: null });
    expect(await messagesWhere({ personId: erased.personId })).toMatchObject([
      { status: "SUPPRESSED", why: "NO_ADDRESS", saysCipher: null, copyCipher: null },
    ]);
  });
});
