import { afterAll, describe, expect, it } from "vitest";
import { addDays, hoursAfter } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { expireApprovals } from "~/features/approvals/expire-approvals.server";
import { onDecision } from "~/features/approvals/on-decision.server";
import { requestApproval } from "~/features/approvals/request-approval.server";
import { setSubstitute } from "~/features/approvals/set-substitute.server";
import { extendHold } from "~/features/deals/extend-hold.server";
import { previewPayment } from "~/features/deals/take-payment.server";
import { remindOfHolds } from "~/features/messaging/remind-of-holds.server";
import { remindOfInstalments } from "~/features/messaging/remind-of-instalments.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenProject, NOW, TODAY } from "../support/given";
import { messagesWhere } from "../support/outbox";
import {
  firstPaymentPaid,
  formOn,
  givenContract,
  givenHold,
  givenOffice,
  givenReserved,
  givenSigned,
} from "../support/sell";

afterAll(closeDb);

onDecision("HOLD_TERM", { approved: async () => undefined, rejected: async () => undefined });

const toldTo = async (where: { personId: string } | { userId: string }) =>
  (await messagesWhere(where)).map(({ kind, text }) => [kind, text?.replace(/^【.*?】/, "")]);
const kindsTo = async (where: { personId: string } | { userId: string }) =>
  (await messagesWhere(where)).map(({ kind }) => kind);
async function mailed(ctx: Ctx): Promise<Ctx> {
  await db.user.update({ where: { id: ctx.actorId }, data: { mail: `${ctx.actorId}@example.com` } });
  return ctx;
}

describe("a buyer", () => {
  it("is told once of each step of the sale, in the transaction of the step", async () => {
    const office = await givenOffice();
    const dealId = await givenContract(office);
    const numbers = await db.receipt.findMany({ where: { dealId }, orderBy: { number: "asc" } });
    const [{ number }, contract] = [
      await db.subscription.findUniqueOrThrow({ where: { dealId } }),
      await db.contract.findUniqueOrThrow({ where: { dealId } }),
    ];
    const unit = office.unit.label;
    expect(await toldTo({ personId: office.buyer.personId })).toEqual([
      ["RECEIPT_ISSUED", `您的 ${unit} 收到款项 ¥50,000.00，收据号 ${numbers[0]?.number}，可登录业主服务查看。`],
      [
        "SUBSCRIPTION_EFFECTIVE",
        `您认购的 ${unit} 定金已收讫，认购书 ${number} 生效，请于 2026-03-09 前签订买卖合同。`,
      ],
      ["RECEIPT_ISSUED", `您的 ${unit} 收到款项 ¥1,074,000.00，收据号 ${numbers[1]?.number}，可登录业主服务查看。`],
      ["CONTRACT_SIGNED", `您的 ${unit} 买卖合同 ${contract.number} 已签订，后续备案、付款进度可登录业主服务查看。`],
    ]);
  });

  it("is told nothing of what was only tried out", async () => {
    const office = await givenOffice();
    const dealId = await givenSigned(office);
    const { sellerId, supervisedAccountId: accountId } = office.project;
    const amount = fen(5_000_000);
    const tried = await previewPayment(office.desk.CASHIER, {
      ...{ sellerId, accountId, amount, method: "TRANSFER", bankReference: newId(), receivedOn: TODAY },
      payerName: "王小明",
      receipts: [{ dealId, amount }],
    });
    expect(tried.effectiveDealIds).toEqual([dealId]);
    expect(await kindsTo({ personId: office.buyer.personId })).toEqual([]);
  });

  it("is reminded of an instalment before it is due and at intervals after, each time once, never of the bank's", async () => {
    const office = await givenOffice();
    const dealId = await givenReserved(office);
    const due = (on: string) =>
      db.receivable.updateMany({ where: { dealId, voidedAt: null }, data: { dueOn: new Date(on) } });
    const { personId } = office.buyer;
    const reminders = async () =>
      (await toldTo({ personId })).filter(([kind]) => kind?.startsWith("INSTALMENT")).map(([, text]) => text);
    await due("2026-03-06");
    await remindOfInstalments(NOW);
    expect(await reminders()).toEqual([]);
    await Promise.all([remindOfInstalments(hoursAfter(NOW, 24)), remindOfInstalments(hoursAfter(NOW, 24))]);
    await remindOfInstalments(hoursAfter(NOW, 48));
    const soon = `您的 ${office.unit.label} 首付款 ¥1,074,000.00 将于 2026-03-06 到期，请按时付款；已付请忽略。`;
    expect(await reminders()).toEqual([soon]);
    const late = (days: number) =>
      `您的 ${office.unit.label} 首付款 ¥1,074,000.00 应于 2026-03-06 支付，已逾期 ${days} 天，请尽快付款，以免产生违约金。`;
    for (let day = 5; day <= 13; day++) await remindOfInstalments(hoursAfter(NOW, 24 * day));
    expect(await reminders()).toEqual([soon, late(1), late(8)]);
    await firstPaymentPaid(office, dealId);
    await remindOfInstalments(hoursAfter(NOW, 24 * 30));
    expect(await reminders()).toHaveLength(3);
  });
});

describe("a consultant", () => {
  it("is told once that a hold is about to end, and again of a later end", async () => {
    const office = await givenOffice();
    const consultant = await mailed(office.desk.CONSULTANT);
    const dealId = await givenHold(office);
    const of = { userId: consultant.actorId };
    await remindOfHolds(hoursAfter(NOW, 21.5));
    expect(await kindsTo(of)).toEqual([]);
    await Promise.all([remindOfHolds(hoursAfter(NOW, 22)), remindOfHolds(hoursAfter(NOW, 22))]);
    await remindOfHolds(hoursAfter(NOW, 23));
    const text = `您为 王小明 预留的 ${office.unit.label} 将于 2026-03-03 10:00 到期释放。如需保留，请尽快办理认购或申请延期。`;
    expect(await toldTo(of)).toEqual([["HOLD_LAPSING", text]]);
    const later = hoursAfter(NOW, 30).toISOString();
    const form = { ...(await formOn(dealId)), until: later, reason: "客户在外地" };
    await extendHold({ ...office.desk.CONTROLLER, now: hoursAfter(NOW, 23) }, form);
    await remindOfHolds(hoursAfter(NOW, 29));
    expect(await kindsTo(of)).toEqual(["HOLD_LAPSING", "HOLD_LAPSING"]);
  });
});

describe("staff", () => {
  async function given() {
    const project = await givenProject();
    const [asker, manager, director, other] = [
      await mailed(await asStaff("CONSULTANT", project, { name: "陈思远" })),
      await mailed(await asStaff("MANAGER", project, { name: "许文博" })),
      await mailed(await asStaff("DIRECTOR", project, { name: "沈立群" })),
      await mailed(await asStaff("CONTROLLER", project, { name: "周正" })),
    ];
    const silent = await asStaff("MANAGER", project);
    await mailed(await asStaff("MANAGER", await givenProject()));
    const ask = (over = {}) =>
      inTransaction((tx) =>
        requestApproval(tx, asker, {
          kind: "HOLD_TERM",
          subject: `hold:${newId()}`,
          chain: ["MANAGER", "DIRECTOR"],
          reason: "客户在外地",
          facts: {},
          ...over,
        }),
      );
    return { asker, manager, director, other, silent, ask };
  }
  const yes = (approvalId: string) => ({ key: newId(), approvalId, yes: true, reason: "" });

  it("are told what waits for them step by step, substitutes too, and the asker what became of it", async () => {
    const { asker, manager, director, other, silent, ask } = await given();
    const days = { fromOn: TODAY, untilOn: addDays(TODAY, 2) };
    const handed = { key: newId(), forId: director.actorId, byId: other.actorId, kind: null, reason: "出差", ...days };
    await setSubstitute(director, handed);
    const { approvalId } = await ask();
    const asked = ["APPROVAL_ASKED", "陈思远 提交了「预留时限」申请，等待您审批。\n申请理由：客户在外地"];
    expect(await toldTo({ userId: manager.actorId })).toEqual([asked]);
    expect(await kindsTo({ userId: silent.actorId })).toEqual([]);
    expect(await kindsTo({ userId: director.actorId })).toEqual([]);
    await decideApproval(manager, yes(approvalId));
    expect(await toldTo({ userId: director.actorId })).toEqual([asked]);
    const named = ["SUBSTITUTE_NAMED", "2026-03-02 至 2026-03-04，由您代 沈立群 审批。相关申请会出现在您的待办中。"];
    expect(await toldTo({ userId: other.actorId })).toEqual([named, asked]);
    await decideApproval(other, yes(approvalId));
    const answered = ["APPROVAL_DECIDED", "您的「预留时限」申请：周正 审批，结果为 已同意。"];
    expect(await toldTo({ userId: asker.actorId })).toEqual([answered]);
    const toldHere = await db.outboxMessage.count({ where: { kind: "APPROVAL_ASKED", projectId: asker.projectId } });
    expect(toldHere).toBe(3);
  });

  it("are told that their request was rejected, or that its time is up", async () => {
    const { asker, manager, ask } = await given();
    const first = await ask();
    await decideApproval(manager, { ...yes(first.approvalId), yes: false, reason: "太久" });
    await ask({ expiresAt: hoursAfter(NOW, 1) });
    await expireApprovals(hoursAfter(NOW, 1));
    expect(await toldTo({ userId: asker.actorId })).toEqual([
      ["APPROVAL_DECIDED", "您的「预留时限」申请：许文博 审批，结果为 已驳回。"],
      ["APPROVAL_EXPIRED", "您的「预留时限」申请已超过有效期，未能办理。如仍需要，请重新申请。"],
    ]);
  });
});
