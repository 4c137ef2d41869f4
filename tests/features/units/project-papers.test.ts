import { afterAll, describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { ROLES } from "~/domain/permission";
import { assignPermit } from "~/features/units/assign-permit.server";
import { draftReleaseBatch } from "~/features/units/draft-release-batch.server";
import { flagUnit } from "~/features/units/flag-unit.server";
import { getProjectPapers } from "~/features/units/get-project-papers.server";
import { recordMilestone } from "~/features/units/record-milestone.server";
import { recordPermit } from "~/features/units/record-permit.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenProject, givenUnit, NOW, refused, TODAY } from "../../support/given";

afterAll(closeDb);

async function given() {
  const project = await givenProject();
  const clerk = await asStaff("CLERK", project);
  const unit = await givenUnit(project, { permitId: null, releaseState: "UNRELEASED", releasedOn: null });
  const permit = () => ({
    key: newId(),
    number: `深房许字 ${newId()}`,
    issuedOn: TODAY,
    supervisedAccountId: project.supervisedAccountId,
    buildingIds: [project.buildingId],
  });
  const flags = { unitId: unit.id, version: 1, mortgaged: true, sealed: true, bankConsentOn: TODAY };
  const milestone = { buildingId: project.buildingId, kind: "TOPPING_OUT", plannedOn: TODAY, actualOn: null } as const;
  return { project, clerk, unit, permit, flags, milestone };
}

describe("the project's papers", () => {
  it("take homes into a permit's scope, once per number, for the supervised account alone", async () => {
    const { project, clerk, unit, permit } = await given();
    const first = permit();
    const { permitId } = await recordPermit(clerk, first);
    expect((await db.unit.findUniqueOrThrow({ where: { id: unit.id } })).permitId).toBe(permitId);
    expect(await recordPermit(clerk, first)).toEqual({ permitId, units: 1 });
    expect(await attempt(recordPermit(clerk, { ...permit(), number: first.number }))).toMatchObject(
      refused("value_duplicate"),
    );
    const general = { ...permit(), supervisedAccountId: project.generalAccountId };
    expect(await attempt(recordPermit(clerk, general))).toMatchObject(refused("not_found"));
    const tomorrow = { ...permit(), issuedOn: day("2026-03-03") };
    expect(await attempt(recordPermit(clerk, tomorrow))).toMatchObject(refused("date_future"));
    expect((await getProjectPapers(clerk)).permits[0]).toMatchObject({ id: permitId, units: 1 });
  });

  it("let the planner put a batch's homes into a permit that is on record", async () => {
    const { project, unit } = await given();
    const planner = await asStaff("PLANNER", project);
    const draft = { key: newId(), name: "首开", opensAt: NOW.toISOString(), units: { ids: [unit.id] } };
    const { batchId } = await draftReleaseBatch(planner, draft);
    const assign = { key: newId(), permitId: project.permitId, batchId, version: 1 };
    expect(await assignPermit(planner, assign)).toEqual({ units: 1 });
    expect((await db.unit.findUniqueOrThrow({ where: { id: unit.id } })).permitId).toBe(project.permitId);
    const foreign = { ...assign, key: newId(), permitId: (await givenProject()).permitId };
    expect(await attempt(assignPermit(planner, foreign))).toMatchObject(refused("not_found"));
  });

  it("keep what was known before in the audit", async () => {
    const { clerk, unit, flags, milestone } = await given();
    await recordMilestone(clerk, { key: newId(), ...milestone });
    await recordMilestone(clerk, { key: newId(), ...milestone, actualOn: TODAY });
    await flagUnit(clerk, { key: newId(), ...flags });
    expect(await db.unit.findUniqueOrThrow({ where: { id: unit.id } })).toMatchObject({
      mortgaged: true,
      sealed: true,
    });
    expect(await attempt(flagUnit(clerk, { key: newId(), ...flags }))).toMatchObject(refused("stale_version"));
    await flagUnit(clerk, { key: newId(), ...flags, version: 2, mortgaged: false });
    const { bankConsentOn } = await db.unit.findUniqueOrThrow({ where: { id: unit.id } });
    expect(bankConsentOn).toBeNull();
    const audit = await db.auditEntry.findMany({ where: { actorId: clerk.actorId }, orderBy: { seq: "asc" } });
    expect(audit.map(({ action }) => action)).toEqual([
      "milestone.recorded",
      "milestone.recorded",
      "unit.flagged",
      "unit.flagged",
    ]);
    expect(audit[1]).toMatchObject({ before: { plannedOn: TODAY, actualOn: null }, after: { actualOn: TODAY } });
  });

  it("are the clerk's, on his own project", async () => {
    const { project, permit, flags, milestone } = await given();
    const asks = [
      (ctx: Awaited<ReturnType<typeof asStaff>>) => recordPermit(ctx, permit()),
      (ctx: Awaited<ReturnType<typeof asStaff>>) => recordMilestone(ctx, { key: newId(), ...milestone }),
      (ctx: Awaited<ReturnType<typeof asStaff>>) => flagUnit(ctx, { key: newId(), ...flags }),
    ];
    for (const role of ROLES.filter((one) => one !== "CLERK")) {
      const ctx = await asStaff(role, project);
      for (const ask of asks) expect(await attempt<unknown>(ask(ctx)), role).toMatchObject(refused("not_permitted"));
    }
    const stranger = await asStaff("CLERK", await givenProject());
    for (const ask of asks) expect(await attempt<unknown>(ask(stranger))).toMatchObject(refused("not_found"));
  });
});
