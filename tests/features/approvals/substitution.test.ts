import { afterAll, describe, expect, it } from "vitest";
import { addDays, type Day, day } from "~/domain/calendar";
import type { Role } from "~/domain/permission";
import { allow } from "~/domain/refusal";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { endSubstitution } from "~/features/approvals/end-substitution.server";
import { listDecided, listInbox } from "~/features/approvals/list-approvals.server";
import { listSubstitutions } from "~/features/approvals/list-substitutions.server";
import { onDecision } from "~/features/approvals/on-decision.server";
import { type RequestApproval, requestApproval } from "~/features/approvals/request-approval.server";
import { setSubstitute } from "~/features/approvals/set-substitute.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, type GivenProject, givenProject, NOW, refused, TODAY } from "../../support/given";

afterAll(closeDb);

// What the asking feature would do: one row per effect, with the roles that it was done by.
const effect = {
  stillTrue: async () => allow,
  approved: (tx, ctx, { subject }) => note(tx, ctx, subject, "APPROVED"),
  rejected: (tx, by, { subject, status }) => note(tx, by, subject, status),
} satisfies Parameters<typeof onDecision>[1];
onDecision("HOLD_TERM", effect);
onDecision("PAYMENT_REVERSAL", {
  ...effect,
  needs: { approve: "payment:approve_reversal", reject: "payment:reject_reversal" },
});

type Tx = Parameters<Parameters<typeof inTransaction>[0]>[0];
async function note(tx: Tx, by: { requestId: string; roles?: readonly Role[] }, subject: string, action: string) {
  const after = { roles: [...(by.roles ?? [])] };
  await tx.auditEntry.create({ data: { requestId: by.requestId, action, subject, after, at: NOW } });
}
const effectsOf = (subject: string) => db.auditEntry.findMany({ where: { subject } });

async function ask(asker: Ctx, over: Partial<RequestApproval> = {}) {
  const subject = `hold:${newId()}`;
  const asked = { kind: "HOLD_TERM", subject, chain: ["DIRECTOR"], reason: "客户在外地", facts: {}, ...over } as const;
  const { approvalId } = await inTransaction((tx) => requestApproval(tx, asker, asked));
  return { approvalId, subject };
}
const yes = (approvalId: string) => ({ key: newId(), approvalId, yes: true, reason: "" });
const handing = (absent: Ctx, substitute: Ctx, over: { fromOn?: Day; untilOn?: Day; kind?: "HOLD_TERM" } = {}) => ({
  key: newId(),
  forId: absent.actorId,
  byId: substitute.actorId,
  kind: null,
  fromOn: TODAY,
  untilOn: addDays(TODAY, 3),
  reason: "出差",
  ...over,
});
const at = (ctx: Ctx, iso: string): Ctx => ({ ...ctx, now: new Date(iso) });

async function office(): Promise<
  Record<"consultant" | "manager" | "director" | "other", Ctx> & { project: GivenProject }
> {
  const project = await givenProject();
  const [consultant, manager, director, other] = [
    await asStaff("CONSULTANT", project, { name: "陈思远" }),
    await asStaff("MANAGER", project, { name: "许文博" }),
    await asStaff("DIRECTOR", project, { name: "沈立群" }),
    await asStaff("MANAGER", project, { name: "另一经理" }),
  ];
  return { project, consultant, manager, director, other };
}

describe("a substitute", () => {
  it("finds the absent's requests in the inbox and answers them with his rights; the trace names both", async () => {
    const { consultant, manager, director } = await office();
    const { approvalId, subject } = await ask(consultant);
    expect(await listInbox(manager)).toEqual([]);
    await setSubstitute(director, handing(director, manager));

    expect(await listInbox(manager)).toMatchObject([{ id: approvalId, mine: true, inPlaceOf: "沈立群" }]);
    expect(await listInbox(director)).toMatchObject([{ id: approvalId, inPlaceOf: null }]);
    expect(await decideApproval(manager, yes(approvalId))).toMatchObject({ status: "APPROVED" });

    const [decided] = (await listDecided(director)).rows;
    expect(decided?.decisions).toMatchObject([{ by: "许文博", inPlaceOf: "沈立群", role: "DIRECTOR" }]);
    expect(await effectsOf(subject)).toMatchObject([{ after: { roles: ["DIRECTOR"] } }]);
    const entry = await db.auditEntry.findFirstOrThrow({
      where: { subject: `approval:${approvalId}`, action: "approval.approved" },
    });
    expect(entry).toMatchObject({ actorId: manager.actorId, after: { inPlaceOf: `user:${director.actorId}` } });
  });

  it("and the absent who press at once decide once", async () => {
    for (let round = 0; round < 5; round++) {
      const { consultant, manager, director } = await office();
      const { approvalId, subject } = await ask(consultant);
      await setSubstitute(director, handing(director, manager));

      const outcomes = await Promise.all(
        [director, manager, director, manager].map((ctx) => attempt(decideApproval(ctx, yes(approvalId)))),
      );

      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      for (const lost of outcomes.filter(({ ok }) => !ok)) expect(lost).toMatchObject(refused("wrong_state"));
      expect(await effectsOf(subject)).toHaveLength(1);
    }
  });

  it("never answers what he asked himself, nor what the absent asked", async () => {
    const { manager, director } = await office();
    await setSubstitute(director, handing(director, manager));
    for (const asker of [manager, director]) {
      const { approvalId } = await ask(asker);
      expect(await attempt(decideApproval(manager, yes(approvalId)))).toMatchObject(refused("own_request"));
    }
    expect(await listInbox(manager)).toEqual([]);
  });

  it("is one voice in a chain together with the absent", async () => {
    const { consultant, manager, director } = await office();
    const { approvalId } = await ask(consultant, { chain: ["MANAGER", "DIRECTOR"] });
    await setSubstitute(director, handing(director, manager));
    expect(await decideApproval(manager, yes(approvalId))).toMatchObject({ status: "PENDING" });
    expect(await attempt(decideApproval(manager, yes(approvalId)))).toMatchObject(refused("same_approver"));
    expect(await decideApproval(director, yes(approvalId))).toMatchObject({ status: "APPROVED" });
  });

  it("does not pass on what he was handed", async () => {
    const { consultant, manager, director, other } = await office();
    await setSubstitute(director, handing(director, manager));
    await setSubstitute(manager, handing(manager, other));
    const { approvalId } = await ask(consultant);
    expect(await listInbox(other)).toEqual([]);
    expect(await attempt(decideApproval(other, yes(approvalId)))).toMatchObject(refused("not_your_step"));
  });

  it.each([
    ["the evening before", "2026-03-01T15:59:59Z", false],
    ["the first moment", "2026-03-01T16:00:00Z", true],
    ["the last moment", "2026-03-05T15:59:59Z", true],
    ["the day after", "2026-03-05T16:00:00Z", false],
  ])("counts by the days of the project: %s", async (_, now, counts) => {
    const { consultant, manager, director } = await office();
    const before = at(director, "2026-02-20T02:00:00Z");
    await setSubstitute(before, handing(director, manager));
    const { approvalId } = await ask(at(consultant, "2026-02-20T02:00:00Z"));
    const outcome = await attempt(decideApproval(at(manager, now), yes(approvalId)));
    expect(outcome).toMatchObject(counts ? { ok: true } : refused("not_your_step"));
  });

  it("for one kind goes before the one for everything", async () => {
    const { consultant, manager, director, other } = await office();
    await setSubstitute(director, handing(director, manager));
    await setSubstitute(director, handing(director, other, { kind: "HOLD_TERM" }));
    const { approvalId } = await ask(consultant);
    expect(await attempt(decideApproval(manager, yes(approvalId)))).toMatchObject(refused("not_your_step"));
    expect(await decideApproval(other, yes(approvalId))).toMatchObject({ status: "APPROVED" });
  });

  it("has no right that the absent lacks, though he holds it himself", async () => {
    const { project, consultant, manager } = await office();
    const both = await asStaff(["ACCOUNTANT", "CONTROLLER"], project, { name: "郑敏" });
    await setSubstitute(manager, handing(manager, both));
    const asked = await ask(consultant, { kind: "PAYMENT_REVERSAL", chain: ["MANAGER"] });
    expect(await attempt(decideApproval(both, yes(asked.approvalId)))).toMatchObject(refused("not_permitted"));
  });

  it("counts no more once it was ended, the absent left or lost the role", async () => {
    const { consultant, manager, director, other } = await office();
    const { approvalId } = await ask(consultant);
    const { substitutionId } = await setSubstitute(director, handing(director, manager));
    expect(await attempt(endSubstitution(other, { key: newId(), substitutionId }))).toMatchObject(
      refused("absent_above_you"),
    );
    await db.grant.updateMany({ where: { userId: director.actorId }, data: { endedAt: NOW } });
    expect(await attempt(decideApproval(manager, yes(approvalId)))).toMatchObject(refused("not_your_step"));
    await db.grant.updateMany({ where: { userId: director.actorId }, data: { endedAt: null } });
    await endSubstitution(manager, { key: newId(), substitutionId });
    expect(await attempt(decideApproval(manager, yes(approvalId)))).toMatchObject(refused("not_your_step"));
    expect(await attempt(endSubstitution(director, { key: newId(), substitutionId }))).toMatchObject(
      refused("wrong_state"),
    );
  });
});

describe("naming one", () => {
  it("refuses a second one for the same on one of these days, however many ask at once", async () => {
    const { manager, director, other } = await office();
    const outcomes = await Promise.all(
      [manager, other, manager, other].map((to) => attempt(setSubstitute(director, handing(director, to)))),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const lost of outcomes.filter(({ ok }) => !ok)) expect(lost).toMatchObject(refused("substitution_overlaps"));
    const later = handing(director, other, { fromOn: addDays(TODAY, 4), untilOn: addDays(TODAY, 5) });
    expect(await attempt(setSubstitute(director, later))).toMatchObject({ ok: true });
  });

  it("is for oneself, those whom one leads, or, for the administrator, anybody", async () => {
    const { project, consultant, manager, director, other } = await office();
    const admin = await asStaff("ADMIN", project);
    const tryAs = (by: Ctx, absent: Ctx, to: Ctx) => attempt(setSubstitute(by, handing(absent, to)));
    expect(await tryAs(manager, director, other)).toMatchObject(refused("absent_above_you"));
    expect(await tryAs(director, manager, director)).toMatchObject(refused("substitute_chosen_by_himself"));
    expect(await tryAs(consultant, manager, other)).toMatchObject(refused("not_permitted"));
    expect(await tryAs(admin, director, consultant)).toMatchObject(refused("substitute_no_approver"));
    expect(await tryAs(admin, director, manager)).toMatchObject({ ok: true });
    expect(await tryAs(director, manager, other)).toMatchObject({ ok: true });
    const { rows, absents } = await listSubstitutions(director);
    expect(rows.map(({ absent, setBy, state }) => [absent, setBy, state])).toEqual([
      ["许文博", "沈立群", "IN_FORCE"],
      ["沈立群", "ADMIN", "IN_FORCE"],
    ]);
    expect(absents.map(({ name }) => name)).not.toContain("陈思远");
  });

  it("does not reach people or substitutions of another project", async () => {
    const { manager, director } = await office();
    const abroad = await office();
    const { substitutionId } = await setSubstitute(director, handing(director, manager));
    const strange = attempt(setSubstitute(director, handing(director, abroad.manager)));
    expect(await strange).toMatchObject(refused("not_found"));
    const ended = attempt(endSubstitution(abroad.director, { key: newId(), substitutionId }));
    expect(await ended).toMatchObject(refused("not_found"));
    expect((await listSubstitutions(abroad.director)).rows).toEqual([]);
  });

  it("answers a form sent twice as the first time", async () => {
    const { manager, director } = await office();
    const form = handing(director, manager, { untilOn: day("2026-03-09") });
    expect(await setSubstitute(director, form)).toEqual(await setSubstitute(director, form));
  });
});
