import { afterAll, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { fen } from "~/domain/money";
import type { PriceSource } from "~/features/pricing/plan-lines";
import { takeDuePriceLists } from "~/features/pricing/take-effect.server";
import { listUnitPrices } from "~/features/units/list-unit-prices.server";
import { closeDb } from "~/platform/db.server";
import { asStaff, givenProject, givenUnit, NOW } from "../../support/given";
import { givenApproved, givenDraft, givenPriceDesk } from "../../support/price";

afterAll(closeDb);

const [FIRST, SECOND] = [hoursAfter(NOW, 24), hoursAfter(NOW, 48)];
const at = (label: string, list: number): PriceSource => ({
  kind: "GRID",
  rows: [{ row: 1, label, list: fen(list), floor: fen(list - 100) }],
});

it("a unit's list prices follow one another, and a list that never took effect is none", async () => {
  const project = await givenProject();
  const desk = await givenPriceDesk(project);
  const unit = await givenUnit(project, {
    listFen: null,
    floorFen: null,
    releaseState: "UNRELEASED",
    releasedOn: null,
  });
  const consultant = await asStaff("CONSULTANT", project);
  expect(await listUnitPrices(consultant, unit.id)).toEqual([]);

  const first = await givenApproved(desk, project, FIRST, at(unit.label, 390_000_000));
  expect(await listUnitPrices(consultant, unit.id)).toEqual([]);
  await takeDuePriceLists(FIRST);
  const second = await givenApproved(desk, project, SECOND, at(unit.label, 400_000_000));
  await takeDuePriceLists(SECOND);
  await givenDraft(desk.planner, project, hoursAfter(NOW, 72), at(unit.label, 500_000_000));

  const named = { name: "开盘价" };
  expect(await listUnitPrices(consultant, unit.id)).toEqual([
    { ...named, listId: second, versionNo: 2, from: SECOND, until: null, list: fen(400_000_000) },
    { ...named, listId: first, versionNo: 1, from: FIRST, until: SECOND, list: fen(390_000_000) },
  ]);
  const stranger = await asStaff("CONSULTANT", await givenProject());
  expect(await listUnitPrices(stranger, unit.id)).toEqual([]);
});
