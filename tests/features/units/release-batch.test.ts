import { afterAll, describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { ROLES } from "~/domain/permission";
import { movesOf, nextStates, type StateOf, statesOf } from "~/domain/transition";
import { decideApproval } from "~/features/approvals/decide-approval.server";
import { takeDuePriceLists } from "~/features/pricing/take-effect.server";
import { decideReleases } from "~/features/units/decide-releases.server";
import { draftReleaseBatch, redraftReleaseBatch } from "~/features/units/draft-release-batch.server";
import { getReleaseBatch } from "~/features/units/list-release-batches.server";
import { pullBackUnit } from "~/features/units/pull-back-unit.server";
import { releaseBatch, releaseDueBatches } from "~/features/units/release-batch.server";
import type { UnitChoice } from "~/features/units/release-filter";
import { requestRelease } from "~/features/units/request-release.server";
import { cancelRelease, withdrawRelease } from "~/features/units/withdraw-release.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import type { Prisma } from "~/platform/prisma/client";
import { asStaff, type GivenProject, givenProject, givenUnit, NOW, refused } from "../../support/given";
import { givenApproved, givenPriceDesk } from "../../support/price";

decideReleases();
afterAll(closeDb);

const LATER = hoursAfter(NOW, 24);
const EVERYTHING: UnitChoice = { filter: { buildingIds: [], floorFrom: null, floorTo: null, use: null } };
const asleep = { releaseState: "UNRELEASED", releasedOn: null } as const;

async function given(over: Partial<Prisma.UnitUncheckedCreateInput> = {}) {
  const project = await givenProject();
  const desk = await givenPriceDesk(project);
  const units = [await givenUnit(project, asleep), await givenUnit(project, { ...asleep, ...over })];
  return { project, desk, units, ids: units.map(({ id }) => id) };
}
const draft = (planner: Ctx, units: UnitChoice = EVERYTHING, opensAt = LATER) =>
  draftReleaseBatch(planner, { key: newId(), name: `首开 ${newId()}`, opensAt: opensAt.toISOString(), units });
const request = (planner: Ctx, batchId: string, version = 1) =>
  requestRelease(planner, { key: newId(), batchId, version, reason: "首开" });
const yes = (approvalId: string) => ({ key: newId(), approvalId, yes: true, reason: "" });
const no = (approvalId: string) => ({ key: newId(), approvalId, yes: false, reason: "再议" });
const batchOf = (id: string) => db.releaseBatch.findUniqueOrThrow({ where: { id } });
const statesIn = async (project: GivenProject) =>
  (await db.unit.findMany({ where: { projectId: project.id }, orderBy: { boardNo: "asc" } })).map(
    ({ releaseState }) => releaseState,
  );

async function approvedBatch({ planner, director }: { planner: Ctx; director: Ctx }, opensAt = LATER) {
  const { batchId } = await draft(planner, EVERYTHING, opensAt);
  const { approvalId } = await request(planner, batchId);
  await decideApproval(director, yes(approvalId));
  return batchId;
}

describe("a release batch", () => {
  it("offers its units at its moment, by itself and once", async () => {
    const { project, desk } = await given();
    const batchId = await approvedBatch(desk);
    expect(await releaseDueBatches(hoursAfter(LATER, -1))).toBe(0);
    expect(await statesIn(project)).toEqual(["UNRELEASED", "UNRELEASED"]);

    const opened = await Promise.all([1, 2, 3, 4].map(() => releaseDueBatches(LATER)));

    expect(opened.reduce((sum, batches) => sum + batches, 0)).toBe(1);
    expect(await statesIn(project)).toEqual(["RELEASED", "RELEASED"]);
    expect(await batchOf(batchId)).toMatchObject({ status: "RELEASED", releasedAt: LATER });
    const [unit] = await db.unit.findMany({ where: { projectId: project.id } });
    expect(unit?.releasedOn).toEqual(new Date("2026-03-03"));
    expect(await db.unitChange.count({ where: { projectId: project.id } })).toBeGreaterThanOrEqual(4);
  });

  it("opens by a press when its moment has come, not before, and answers a repeat as before", async () => {
    const { project, desk } = await given();
    const batchId = await approvedBatch(desk);
    const { version } = await batchOf(batchId);
    const press = { key: newId(), batchId, version };
    expect(await attempt(releaseBatch(desk.director, press))).toMatchObject(refused("not_yet_due"));
    const then = { ...desk.director, now: LATER };
    expect(await releaseBatch(then, press)).toEqual({ batchId, units: 2 });
    expect(await releaseBatch(then, press)).toEqual({ batchId, units: 2 });
    expect(await statesIn(project)).toEqual(["RELEASED", "RELEASED"]);
  });

  it("takes only what is for sale and neither released nor sold", async () => {
    const { project, desk, ids } = await given();
    const kept = await givenUnit(project, { ...asleep, saleCategory: "KEPT" });
    const released = await givenUnit(project);
    const sold = await givenUnit(project, asleep);
    await db.claim.create({ data: { projectId: project.id, unitId: sold.id, openingState: "FILED", since: NOW } });
    expect(await draft(desk.planner)).toMatchObject({ units: 2 });
    expect(await draft(desk.planner, { ids })).toMatchObject({ units: 2 });
    const named = (id: string) => attempt(draft(desk.planner, { ids: [id] }));
    expect(await named(kept.id)).toMatchObject(refused("not_for_sale"));
    expect(await named(released.id)).toMatchObject(refused("already_released"));
    expect(await named(sold.id)).toMatchObject(refused("already_released"));
    const floors = { buildingIds: [project.buildingId], floorFrom: 9_999, floorTo: null, use: null };
    expect(await draft(desk.planner, { filter: floors })).toMatchObject({ units: 0 });
  });

  it.each([
    ["outside the permit", { permitId: null }, "unit_outside_permit"],
    ["without an approved price", { listFen: null, floorFen: null }, "price_not_approved"],
    ["above the filed price", { filedFen: 370_000_000n }, "price_above_filed"],
    ["sealed by a court", { sealed: true }, "unit_sealed"],
    ["not for sale any more", { saleCategory: "KEPT" }, "not_for_sale"],
  ] as const)("is refused, approved and opened in no case with a unit %s", async (_what, over, code) => {
    const { project, desk, units } = await given();
    const { batchId } = await draft(desk.planner);
    const id = units[1]?.id ?? "";
    const spoil = () => db.unit.update({ where: { id }, data: over });
    const mend = () => {
      const { permitId, listFen, floorFen, filedFen } = units[1] ?? {};
      const sound = { sealed: false, saleCategory: "FOR_SALE" } as const;
      return db.unit.update({ where: { id }, data: { permitId, listFen, floorFen, filedFen, ...sound } as never });
    };
    await spoil();
    expect(await attempt(request(desk.planner, batchId))).toMatchObject(refused(code));
    await mend();
    const { approvalId } = await request(desk.planner, batchId);
    await spoil();
    expect(await attempt(decideApproval(desk.director, yes(approvalId)))).toMatchObject(refused(code));
    await mend();
    await decideApproval(desk.director, yes(approvalId));
    await spoil();
    const { version } = await batchOf(batchId);
    const open = releaseBatch({ ...desk.director, now: LATER }, { key: newId(), batchId, version });
    expect(await attempt(open)).toMatchObject(refused(code));
    expect(await releaseDueBatches(LATER)).toBe(0);
    expect(await statesIn(project)).toEqual(["UNRELEASED", "UNRELEASED"]);
  });

  it("may be asked for at a price that is approved for its opening, and opens once that is in force", async () => {
    const { project, desk } = await given({ listFen: null, floorFen: null });
    const { batchId } = await draft(desk.planner);
    expect(await attempt(request(desk.planner, batchId))).toMatchObject(refused("price_not_approved"));
    await givenApproved(desk, project, hoursAfter(LATER, -1));
    const { approvalId } = await request(desk.planner, batchId);
    await decideApproval(desk.director, yes(approvalId));
    expect(await releaseDueBatches(LATER)).toBe(0);
    await takeDuePriceLists(LATER);
    expect(await releaseDueBatches(LATER)).toBe(1);
  });

  it("names the units without a filed price of their own, and holds them back where the setting forbids", async () => {
    const { desk } = await given({ filedFen: null });
    const { batchId } = await draft(desk.planner);
    const { warnings, sound } = await getReleaseBatch(desk.planner, batchId);
    expect({ warnings, sound }).toMatchObject({
      warnings: [{ setting: "onePriceGuard", refusal: { code: "price_not_filed" } }],
      sound: true,
    });
    const strict = { ...desk.planner, settings: { ...desk.planner.settings, onePriceGuard: "FORBID" } } as Ctx;
    const asked = { key: newId(), batchId, version: 1, reason: "开盘" };
    expect(await attempt(requestRelease(strict, asked))).toMatchObject(refused("price_not_filed"));
    expect(await getReleaseBatch(strict, batchId)).toMatchObject({ warnings: [], problems: 1 });
  });

  it("needs no permit in an existing building, nor where the setting only warns", async () => {
    const { project, desk } = await given({ permitId: null });
    const { batchId } = await draft(desk.planner);
    const warned = { ...desk.planner, settings: { ...desk.planner.settings, permitGuard: "WARN" } } as Ctx;
    await request(warned, batchId);
    await withdrawRelease(desk.planner, { key: newId(), batchId, version: 2 });
    await db.building.update({ where: { id: project.buildingId }, data: { kind: "EXISTING" } });
    const again = await draft(desk.planner);
    expect(await request(desk.planner, again.batchId)).toMatchObject({ batchId: again.batchId });
  });

  it("is refused empty, in the past of its version, or under a name that is taken", async () => {
    const { desk } = await given();
    const { batchId } = await draft(desk.planner, { ids: [] });
    expect(await attempt(request(desk.planner, batchId))).toMatchObject(refused("batch_empty"));
    const { name } = await batchOf(batchId);
    const anew = { name: "改期", opensAt: LATER.toISOString(), units: EVERYTHING };
    await redraftReleaseBatch(desk.planner, { key: newId(), batchId, version: 1, ...anew });
    const late = redraftReleaseBatch(desk.planner, { key: newId(), batchId, version: 1, ...anew });
    expect(await attempt(late)).toMatchObject(refused("stale_version"));
    const same = () => draftReleaseBatch(desk.planner, { key: newId(), ...anew });
    expect(await attempt(same())).toMatchObject(refused("value_duplicate"));
    expect(name).not.toBe("改期");
  });

  it("is never approved by who asked", async () => {
    const { project } = await given();
    const both = await asStaff(["PLANNER", "DIRECTOR"], project);
    const { batchId } = await draft(both);
    const { approvalId } = await request(both, batchId);
    expect(await attempt(decideApproval(both, yes(approvalId)))).toMatchObject(refused("own_request"));
  });
});

describe("pulling a unit back", () => {
  it("takes it off the offer with a reason, unless somebody has it", async () => {
    const { project, desk } = await given();
    const unit = await givenUnit(project);
    const pull = (reason: string) =>
      pullBackUnit(desk.director, { key: newId(), unitId: unit.id, version: unit.version, reason });
    expect(await attempt(pull(""))).toMatchObject(refused("reason_required"));
    await db.claim.create({ data: { projectId: project.id, unitId: unit.id, openingState: "RESERVED", since: NOW } });
    expect(await attempt(pull("撤盘"))).toMatchObject(refused("unit_taken"));
    await db.claim.updateMany({ where: { unitId: unit.id }, data: { endedAt: NOW } });
    await pull("撤盘");
    expect(await db.unit.findUniqueOrThrow({ where: { id: unit.id } })).toMatchObject({
      releaseState: "UNRELEASED",
      releasedOn: null,
    });
    expect(await attempt(pull("撤盘"))).toMatchObject(refused("stale_version"));
    const again = { key: newId(), unitId: unit.id, version: unit.version + 1, reason: "撤盘" };
    expect(await attempt(pullBackUnit(desk.director, again))).toMatchObject(refused("wrong_state"));
  });

  it("is the director's, on his own project", async () => {
    const { project } = await given();
    const unit = await givenUnit(project);
    const pull = { key: newId(), unitId: unit.id, version: unit.version, reason: "撤盘" };
    for (const role of ROLES.filter((one) => one !== "DIRECTOR")) {
      const ctx = await asStaff(role, project);
      expect(await attempt(pullBackUnit(ctx, pull)), role).toMatchObject(refused("not_permitted"));
    }
    const other = await given();
    expect(await attempt(pullBackUnit(other.desk.director, pull))).toMatchObject(refused("not_found"));
  });
});

describe("who may do what, and from where", () => {
  const ACTIONS = ["request_release", "approve", "send_back", "withdraw", "cancel", "release"] as const;

  it.each(statesOf("release_batch"))("holds for every role on a batch that is %s", async (status) => {
    const { project } = await given();
    const asker = await asStaff("PLANNER", project);
    const { batchId } = await draft(asker);
    const staff = await Promise.all(ROLES.map(async (role) => [role, await asStaff(role, project)] as const));
    for (const action of ACTIONS) {
      for (const [role, ctx] of staff) {
        const { approvalId, version } = await putInto(status, batchId, asker);
        const common = { key: newId(), batchId, version };
        const outcome = await attempt<unknown>(
          {
            request_release: () => requestRelease(ctx, { ...common, reason: "首开" }),
            approve: () => decideApproval(ctx, yes(approvalId)),
            send_back: () => decideApproval(ctx, no(approvalId)),
            withdraw: () => withdrawRelease(ctx, common),
            cancel: () => cancelRelease(ctx, { ...common, reason: "改期" }),
            release: () => releaseBatch({ ...ctx, now: LATER }, common),
          }[action](),
        );
        const may = movesOf("release_batch").some((move) => move.action === action && move.who.includes(role));
        const expected = may && nextStates("release_batch", action, status).length > 0;
        expect(outcome.ok, `${role} ${action} ${status}: ${JSON.stringify(outcome)}`).toBe(expected);
        if (!outcome.ok && !may) expect(["not_permitted", "not_your_step"]).toContain(outcome.refusal.code);
        if (!outcome.ok && may) expect(outcome.refusal.code).toBe("wrong_state");
      }
    }
  });

  /** The batch in this state, its units unreleased, with the question about it open wherever it may be. */
  async function putInto(status: StateOf<"release_batch">, id: string, asker: Ctx) {
    const subject = `release_batch:${id}`;
    await db.approval.updateMany({ where: { subject, status: "PENDING" }, data: { status: "WITHDRAWN" } });
    const approval = await db.approval.create({
      data: {
        ...{ subject, kind: "RELEASE_BATCH", chain: ["DIRECTOR"], reason: "首开", facts: {} },
        status: status === "DRAFT" ? "REJECTED" : "PENDING",
        ...{ projectId: asker.projectId, requestedById: asker.actorId, requestedAt: NOW },
      },
    });
    await db.unit.updateMany({ where: { projectId: asker.projectId }, data: asleep });
    const batch = await db.releaseBatch.update({ where: { id }, data: { status } });
    return { approvalId: approval.id, version: batch.version };
  }

  it("knows nothing of another project's batch and units", async () => {
    const { desk, ids } = await given();
    const { batchId } = await draft(desk.planner);
    const { approvalId } = await request(desk.planner, batchId);
    const { planner, director } = (await given()).desk;
    const common = { key: newId(), batchId, version: 2 };
    const foreign: [string, () => Promise<unknown>][] = [
      ["draft", () => draft(planner, { ids })],
      [
        "redraft",
        () => redraftReleaseBatch(planner, { ...common, name: "x", opensAt: NOW.toISOString(), units: EVERYTHING }),
      ],
      ["request", () => request(planner, batchId, 2)],
      ["approve", () => decideApproval(director, yes(approvalId))],
      ["withdraw", () => withdrawRelease(planner, common)],
      ["cancel", () => cancelRelease(director, { ...common, reason: "x" })],
      ["release", () => releaseBatch(director, common)],
    ];
    for (const [what, ask] of foreign) expect(await attempt(ask()), what).toMatchObject(refused("not_found"));
    expect((await batchOf(batchId)).status).toBe("REQUESTED");
  });

  it("lets nobody but the planner draft", async () => {
    const { project } = await given();
    for (const role of ROLES.filter((one) => one !== "PLANNER")) {
      const ctx = await asStaff(role, project);
      expect(await attempt(draft(ctx)), role).toMatchObject(refused("not_permitted"));
    }
  });
});
