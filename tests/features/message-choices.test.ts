import { afterAll, describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { DECLINABLE, type MessageKind } from "~/domain/message";
import { chooseMessages } from "~/features/messaging/choose-messages.server";
import { deliverOutbox } from "~/features/messaging/deliver-outbox.server";
import { listCustomerMessages, listOwnChoices } from "~/features/messaging/list-choices.server";
import { recordChoice } from "~/features/messaging/record-choice.server";
import { takeReply } from "~/features/messaging/take-reply.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { putIntoOutbox } from "~/platform/outbox.server";
import type { BuyerCtx } from "~/platform/session.server";
import { asStaff, givenCustomer, givenProject, NOW, refused } from "../support/given";

afterAll(closeDb);

async function given() {
  const project = await givenProject();
  const consultant = await asStaff("CONSULTANT", project);
  const customer = await givenCustomer(project, consultant);
  const { e164: phone } = await db.personPhone.findFirstOrThrow({ where: { personId: customer.personId } });
  const user = await db.user.create({ data: { name: "王小明", personId: customer.personId, createdAt: NOW } });
  const buyer: BuyerCtx = {
    actorId: user.id,
    actorName: user.name,
    personId: customer.personId,
    sessionId: null,
    locale: "zh-CN",
    requestId: newId(),
    now: NOW,
  };
  return { project, consultant, customer, phone, buyer };
}
type Given = Awaited<ReturnType<typeof given>>;

const all = (but: readonly MessageKind[] = []) => DECLINABLE.filter((kind) => !but.includes(kind));
const wantedBy = async ({ buyer }: Given) =>
  (await listOwnChoices(buyer)).filter(({ wanted }) => wanted).map(({ kind }) => kind);
/** What becomes of a message of this kind now. */
async function fateOf({ project, customer }: Given, now = NOW) {
  const effectKey = newId();
  const message = {
    effectKey,
    kind: "CONTRACT_SIGNED",
    says: { unit: "1-5-01", number: "HT-1" },
    to: { personId: customer.personId },
    projectId: project.id,
    now,
  } as const;
  await inTransaction((tx) => putIntoOutbox(tx, message));
  await deliverOutbox(now);
  const { status, why } = await db.outboxMessage.findUniqueOrThrow({ where: { effectKey } });
  return why ?? status;
}
const told = (one: Given, wanted: boolean, kind: MessageKind | null = null) => ({
  key: newId(),
  customerId: one.customer.id,
  kind,
  wanted,
  proof: "来电要求",
});

describe("a buyer", () => {
  it("gets everything until he says otherwise, and nothing of a kind from that moment on", async () => {
    const one = await given();
    expect(await fateOf(one)).toBe("KEPT");
    expect(await chooseMessages(one.buyer, { key: newId(), wanted: all(["CONTRACT_SIGNED"]) })).toEqual({ changed: 1 });
    expect(await wantedBy(one)).toEqual(all(["CONTRACT_SIGNED"]));
    expect(await fateOf(one)).toBe("DECLINED");
    const later = { ...one.buyer, now: hoursAfter(NOW, 1) };
    expect(await chooseMessages(later, { key: newId(), wanted: all() })).toEqual({ changed: 1 });
    expect(await fateOf(one, hoursAfter(NOW, 1))).toBe("KEPT");
    expect(await db.messageChoice.count({ where: { personId: one.customer.personId } })).toBe(2);
  });

  it("writes down one change however often the form is sent", async () => {
    const one = await given();
    const form = { key: newId(), wanted: [] };
    await Promise.all([1, 2, 3].map(() => chooseMessages(one.buyer, form)));
    const stored = { personId: one.customer.personId };
    expect(await db.messageChoice.count({ where: stored })).toBe(DECLINABLE.length);
  });

  it("ends messages by a word from the phone, and by no other", async () => {
    const [one, other] = [await given(), await given()];
    expect(await takeReply({ from: one.phone, text: "谢谢" }, NOW)).toBe(0);
    expect(await takeReply({ from: one.phone, text: " 退订。" }, NOW)).toBe(1);
    expect(await wantedBy(one)).toEqual([]);
    expect(await wantedBy(other)).toEqual(all());
    const [choice] = await db.messageChoice.findMany({ where: { personId: one.customer.personId } });
    expect(choice).toMatchObject({ kind: null, wanted: false, way: "REPLY", proof: "退订。", byId: null });
  });
});

describe("staff", () => {
  it("write down what a customer of theirs said, with the proof, and see what was written to him", async () => {
    const one = await given();
    await recordChoice(one.consultant, told(one, false));
    await recordChoice({ ...one.consultant, now: hoursAfter(NOW, 1) }, told(one, true, "RECEIPT_ISSUED"));
    expect(await wantedBy(one)).toEqual(["RECEIPT_ISSUED"]);
    expect(await fateOf(one)).toBe("DECLINED");
    const seen = await listCustomerMessages(one.consultant, one.customer.id);
    expect(seen?.history).toMatchObject([
      { kind: "RECEIPT_ISSUED", wanted: true, way: "STAFF", by: "CONSULTANT", proof: "来电要求" },
      { kind: null, wanted: false, way: "STAFF" },
    ]);
    expect(seen?.sent).toMatchObject([{ kind: "CONTRACT_SIGNED", status: "SUPPRESSED", why: "DECLINED" }]);
  });

  it("do so for customers within their reach only", async () => {
    const [one, abroad] = [await given(), await given()];
    const colleague = await asStaff("CONSULTANT", one.project);
    const manager = await asStaff("MANAGER", one.project);
    const cashier = await asStaff("CASHIER", one.project);
    const tryAs = (ctx: typeof colleague, whose = one) => attempt(recordChoice(ctx, told(whose, false)));
    expect(await tryAs(colleague)).toMatchObject(refused("not_found"));
    expect(await tryAs(cashier)).toMatchObject(refused("not_permitted"));
    expect(await tryAs(manager, abroad)).toMatchObject(refused("not_found"));
    expect(await tryAs(manager)).toMatchObject({ ok: true });
    expect(await listCustomerMessages(colleague, one.customer.id)).toBeNull();
    expect(await listCustomerMessages(manager, abroad.customer.id)).toBeNull();
  });
});
