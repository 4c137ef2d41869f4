import { afterAll, describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { PERMISSIONS, ROLES, type Role } from "~/domain/permission";
import { allow, refuse } from "~/domain/refusal";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { endIfLapsed, expireApprovals } from "~/features/approvals/expire-approvals.server";
import { getApproval, listDecided, listInbox, listMyRequests } from "~/features/approvals/list-approvals.server";
import { type DecisionHandler, onDecision } from "~/features/approvals/on-decision.server";
import { type RequestApproval, requestApproval } from "~/features/approvals/request-approval.server";
import { useApproval as spendApproval } from "~/features/approvals/use-approval.server";
import { withdrawApproval } from "~/features/approvals/withdraw-approval.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, constraintOf, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, type GivenProject, givenProject, NOW, refused } from "../../support/given";

afterAll(closeDb);

// What the asking feature would do: each answer leaves one row behind in its own transaction.
const effect: DecisionHandler = {
  stillTrue: async (_tx, _ctx, { facts }) => (facts.number === "changed" ? refuse("facts_changed") : allow),
  approved: async (tx, ctx, approval) => note(tx, ctx, approval.subject, approval.status),
  rejected: async (tx, by, approval) => note(tx, by, approval.subject, approval.status),
};
onDecision("HOLD_TERM", effect);
onDecision("REFUND", { ...effect, needs: { approve: "refund:approve_first", reject: "refund:reject" } });

async function note(
  tx: Parameters<DecisionHandler["approved"]>[0],
  by: { requestId: string },
  subject: string,
  action: string,
) {
  await tx.auditEntry.create({ data: { requestId: by.requestId, action, subject, at: NOW } });
}
const effectsOf = async (subject: string) =>
  (await db.auditEntry.findMany({ where: { subject }, orderBy: { seq: "asc" } })).map(({ action }) => action);

async function given(over: Partial<RequestApproval> = {}, project?: GivenProject) {
  const place = project ?? (await givenProject());
  const asker = await asStaff("CONSULTANT", place);
  const subject = `hold:${newId()}`;
  const ask: RequestApproval = {
    kind: "HOLD_TERM",
    subject,
    chain: ["MANAGER"],
    reason: "客户在外地",
    facts: { unit: "1-5-01", until: "2026-03-09" as never },
    ...over,
  };
  const { approvalId } = await inTransaction((tx) => requestApproval(tx, asker, ask));
  return { project: place, asker, ask, approvalId, subject: ask.subject };
}
const answer = (approvalId: string, yes = true, reason = "") => ({ key: newId(), approvalId, yes, reason });

describe("deciding", () => {
  it("has one effect, whoever of sixteen managers presses first, yes or no", async () => {
    const { project, approvalId, subject } = await given();
    const managers = await Promise.all(Array.from({ length: 16 }, () => asStaff("MANAGER", project)));

    const outcomes = await Promise.all(
      managers.map((ctx, at) => attempt(decideApproval(ctx, answer(approvalId, at % 2 === 0, "如题")))),
    );

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const lost of outcomes.filter(({ ok }) => !ok)) expect(lost).toMatchObject(refused("wrong_state"));
    expect(await effectsOf(subject)).toHaveLength(1);
    expect(await db.approvalDecision.count({ where: { approvalId } })).toBe(1);
  });

  it("answers a repeated form as before, and refuses its key for the other answer", async () => {
    const { project, approvalId, subject } = await given();
    const manager = await asStaff("MANAGER", project);
    const yes = answer(approvalId);

    const answers = await Promise.all([1, 2, 3].map(() => decideApproval(manager, yes)));

    expect(answers).toEqual(Array(3).fill({ approvalId, status: "APPROVED" }));
    expect(await effectsOf(subject)).toEqual(["APPROVED"]);
    const other = attempt(decideApproval(manager, { ...yes, yes: false, reason: "不同意" }));
    expect(await other).toMatchObject(refused("idempotency_mismatch"));
  });

  it("goes from role to role, and nobody says yes twice", async () => {
    const { project, approvalId, subject } = await given({ chain: ["MANAGER", "DIRECTOR"] });
    const [manager, director, both] = [
      await asStaff("MANAGER", project),
      await asStaff("DIRECTOR", project),
      await asStaff(["MANAGER", "DIRECTOR"], project),
    ];

    expect(await attempt(decideApproval(director, answer(approvalId)))).toMatchObject(refused("not_your_step"));
    expect(await decideApproval(both, answer(approvalId))).toMatchObject({ status: "PENDING" });
    expect(await effectsOf(subject)).toEqual([]);
    expect(await attempt(decideApproval(manager, answer(approvalId)))).toMatchObject(refused("not_your_step"));
    expect(await attempt(decideApproval(both, answer(approvalId)))).toMatchObject(refused("same_approver"));
    expect(await listInbox(both)).toEqual([]);
    expect(await listInbox(director)).toMatchObject([{ id: approvalId, awaited: "DIRECTOR", mine: true }]);
    expect(await decideApproval(director, answer(approvalId))).toMatchObject({ status: "APPROVED" });
    expect(await effectsOf(subject)).toEqual(["APPROVED"]);
  });

  it("is never done by the asker, in whichever role, nor past the product", async () => {
    const project = await givenProject();
    const asker = await asStaff(["CONTROLLER", "MANAGER"], project);
    const ask = { kind: "HOLD_TERM", subject: `hold:${newId()}`, chain: ["MANAGER"], reason: "x", facts: {} } as const;
    const { approvalId } = await inTransaction((tx) => requestApproval(tx, asker, ask));

    expect(await attempt(decideApproval(asker, answer(approvalId)))).toMatchObject(refused("own_request"));
    expect(await listInbox(asker)).toEqual([]);
    const forged = db.approvalDecision.create({
      data: { approvalId, step: 0, deciderId: asker.actorId, role: "MANAGER", yes: true, at: NOW },
    });
    expect(constraintOf(await forged.catch((error: unknown) => error))).toBe("ApprovalDecision_not_by_the_asker");
  });

  it("says no only with a reason, and keeps everything as asked when the facts changed", async () => {
    const { project, approvalId } = await given({ facts: { number: "changed" } });
    const manager = await asStaff("MANAGER", project);
    expect(await attempt(decideApproval(manager, answer(approvalId, false, "  ")))).toMatchObject(
      refused("reason_required"),
    );
    expect(await attempt(decideApproval(manager, answer(approvalId)))).toMatchObject(refused("facts_changed"));
    expect(await db.approvalDecision.count({ where: { approvalId } })).toBe(0);
    expect(await decideApproval(manager, answer(approvalId, false, "太久"))).toMatchObject({ status: "REJECTED" });
  });

  it("needs the kind's own right beside the right to approve", async () => {
    const { project, approvalId } = await given({ kind: "REFUND", chain: ["MANAGER"] });
    const manager = await asStaff("MANAGER", project);
    expect(await attempt(decideApproval(manager, answer(approvalId)))).toMatchObject(refused("not_permitted"));
  });

  it.each(ROLES.filter((role) => role !== "BUYER"))("lets %s approve exactly where the grid says so", async (role) => {
    const { project, approvalId } = await given({ chain: [role] });
    const ctx = await asStaff(role, project);
    const allowed = (PERMISSIONS["approval:approve"].scope as readonly Role[]).includes(role);
    const outcome = await attempt(decideApproval(ctx, answer(approvalId)));
    expect(outcome).toMatchObject(allowed ? { ok: true } : refused("not_permitted"));
  });

  it("does not see another project's slip", async () => {
    const [{ approvalId, asker }, theirs] = [await given(), await givenProject()];
    const outsider = await asStaff("MANAGER", theirs);
    expect(await attempt(decideApproval(outsider, answer(approvalId)))).toMatchObject(refused("not_found"));
    expect(await getApproval(outsider, approvalId)).toBeNull();
    const abroad: Ctx = { ...asker, projectId: theirs.id };
    expect(await attempt(withdrawApproval(abroad, { key: newId(), approvalId }))).toMatchObject(refused("not_found"));
  });
});

describe("asking", () => {
  it("is done once per question, however many ask at once", async () => {
    const { asker, ask } = await given();
    const again = (subject: string) => attempt(inTransaction((tx) => requestApproval(tx, asker, { ...ask, subject })));
    expect(await again(ask.subject)).toMatchObject(refused("asked_already"));
    const subject = `hold:${newId()}`;
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => again(subject)));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(7).fill(expect.objectContaining(refused("asked_already"))));
  });

  it("is taken back by the asker alone, before the answer", async () => {
    const { project, asker, approvalId, subject } = await given();
    const colleague = await asStaff("CONSULTANT", project);
    const input = { key: newId(), approvalId };
    expect(await attempt(withdrawApproval(colleague, input))).toMatchObject(refused("not_your_request"));
    await withdrawApproval(asker, input);
    expect(await effectsOf(subject)).toEqual(["WITHDRAWN"]);
    expect(await attempt(withdrawApproval(asker, { key: newId(), approvalId }))).toMatchObject(refused("wrong_state"));
    expect((await listMyRequests(asker)).rows).toMatchObject([{ id: approvalId, status: "WITHDRAWN", own: true }]);
    expect((await listMyRequests(colleague)).rows).toEqual([]);
    expect(await getApproval(colleague, approvalId)).toBeNull();
  });

  it("expires to the second, whether or not a job has noted it, and can then be asked again", async () => {
    const { project, asker, ask, approvalId, subject } = await given({ expiresAt: hoursAfter(NOW, 1) });
    const late = { ...(await asStaff("MANAGER", project)), now: hoursAfter(NOW, 1) };
    expect(await attempt(decideApproval(late, answer(approvalId)))).toMatchObject(refused("wrong_state"));
    expect(await inTransaction((tx) => endIfLapsed(tx, asker, approvalId))).toBe(false);
    expect(await listInbox(late)).toEqual([]);
    await inTransaction((tx) =>
      requestApproval(tx, { ...asker, now: late.now }, { ...ask, expiresAt: hoursAfter(NOW, 2) }),
    );
    expect(await effectsOf(subject)).toEqual(["EXPIRED"]);
    expect(await db.approval.findUnique({ where: { id: approvalId } })).toMatchObject({ status: "EXPIRED" });
    expect(await expireApprovals(hoursAfter(NOW, 1.9))).toBe(0);
    expect(await expireApprovals(hoursAfter(NOW, 2))).toBe(1);
    expect(await effectsOf(subject)).toEqual(["EXPIRED", "EXPIRED"]);
    expect(
      await db.auditEntry.count({ where: { action: "approval.expired", actorId: null, projectId: project.id } }),
    ).toBe(1);
  });
});

describe("using", () => {
  it("spends a yes once, in its time, for what was asked", async () => {
    const { project, asker, ask, approvalId } = await given({ expiresAt: hoursAfter(NOW, 48) });
    const use = (over = {}, ctx = asker) =>
      attempt(
        inTransaction((tx) => spendApproval(tx, ctx, { approvalId, kind: "HOLD_TERM", subject: ask.subject, ...over })),
      );
    expect(await use()).toMatchObject(refused("wrong_state"));
    await decideApproval(await asStaff("MANAGER", project), answer(approvalId));
    expect(await use({ subject: "hold:other" })).toMatchObject(refused("not_found"));
    expect(await use({ kind: "CONTRACT" })).toMatchObject(refused("not_found"));
    expect(await use({}, { ...asker, now: hoursAfter(NOW, 48) })).toMatchObject(refused("wrong_state"));
    const outcomes = await Promise.all([use(), use(), use()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("what was decided", () => {
  it("is read page by page to its end, each once, the newest first, though several were asked in one moment", async () => {
    const { project, approvalId } = await given();
    const manager = await asStaff("MANAGER", project);
    await decideApproval(manager, answer(approvalId));
    for (let no = 0; no < 4; no++) {
      const more = await given({}, project);
      await decideApproval(manager, answer(more.approvalId, no % 2 === 0, "不同意"));
    }
    const pages: string[][] = [];
    for (let after: string | null = null; pages.length === 0 || after; ) {
      const page = await listDecided(manager, after, 2);
      pages.push(page.rows.map(({ id }) => id));
      after = page.next;
    }
    const rows = await db.approval.findMany({
      where: { projectId: project.id },
      orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    });
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(pages.flat()).toEqual(rows.map(({ id }) => id));
    expect((await listDecided(manager, "nonsense", 2)).rows.map(({ id }) => id)).toEqual(pages[0]);
  });
});
