import { afterAll, describe, expect, it } from "vitest";
import { addDays } from "~/domain/calendar";
import { runUnitAction } from "~/features/units/unit-actions.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenProject, givenUnit, refused, TODAY } from "../../support/given";

afterAll(closeDb);

const SETTINGS = { withholdDays: 7 };

async function given() {
  const project = await givenProject();
  const unit = await givenUnit(project);
  return { project, unit, controller: await asStaff("CONTROLLER", project, { settings: SETTINGS }) };
}

function sent(entries: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ key: newId(), version: "1", ...entries })) form.set(name, value);
  return form;
}

const asked = (over: Readonly<Record<string, string>> = {}) =>
  sent({ reason: "样板间", until: `${addDays(TODAY, 7)}T18:00`, ...over });
const stateOf = (id: string) => db.unit.findUniqueOrThrow({ where: { id }, select: { releaseState: true } });

describe("the withholding form of a unit", () => {
  it("takes the unit off the offer until the office's clock says so, and puts it back", async () => {
    const { unit, controller } = await given();
    const form = asked();
    expect(await runUnitAction(controller, "withhold", unit.id, form)).toEqual({ ok: true });
    expect(await db.unit.findUniqueOrThrow({ where: { id: unit.id } })).toMatchObject({
      releaseState: "WITHHELD",
      withheldReason: "样板间",
      withheldUntil: new Date("2026-03-09T10:00:00Z"),
    });
    expect(await runUnitAction(controller, "withhold", unit.id, form)).toEqual({ ok: true });
    expect(await runUnitAction(controller, "lift", unit.id, sent({ version: "2" }))).toEqual({ ok: true });
    expect(await stateOf(unit.id)).toEqual({ releaseState: "RELEASED" });
  });

  it.each([
    ["reason", { reason: "  " }, ["form.required"]],
    ["until", { until: "soon" }, ["form.date"]],
  ])("says at %s what is wrong, and keeps what was typed", async (field, over, words) => {
    const { unit, controller } = await given();
    const answer = await runUnitAction(controller, "withhold", unit.id, asked(over));
    expect(answer).toMatchObject({
      ok: false,
      refusal: null,
      form: { error: { [field]: words }, initialValue: { ...over } },
    });
    expect(await stateOf(unit.id)).toEqual({ releaseState: "RELEASED" });
  });

  it.each([
    [{ until: `${addDays(TODAY, 8)}T09:00` }, "withheld_too_long"],
    [{ until: `${addDays(TODAY, -1)}T09:00` }, "until_past"],
    [{ version: "9" }, "stale_version"],
  ])("of %o is refused: %s", async (over, code) => {
    const { unit, controller } = await given();
    expect(await runUnitAction(controller, "withhold", unit.id, asked(over))).toMatchObject(refused(code));
    expect(await stateOf(unit.id)).toEqual({ releaseState: "RELEASED" });
  });

  it("is the controller's, and for units of the own project", async () => {
    const { project, unit } = await given();
    const consultant = await asStaff("CONSULTANT", project);
    expect(await runUnitAction(consultant, "withhold", unit.id, asked())).toMatchObject(refused("not_permitted"));
    const elsewhere = await asStaff("CONTROLLER", await givenProject());
    expect(await runUnitAction(elsewhere, "withhold", unit.id, asked())).toMatchObject(refused("not_found"));
    expect(await stateOf(unit.id)).toEqual({ releaseState: "RELEASED" });
  });
});
