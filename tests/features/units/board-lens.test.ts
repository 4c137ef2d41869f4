import { afterAll, describe, expect, it } from "vitest";
import type { BoardLens } from "~/domain/board-lens";
import { hoursAfter } from "~/domain/calendar";
import { getBoardLens } from "~/features/units/get-board-lens.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db } from "~/platform/db.server";
import { asStaff, givenProject, givenUnit, NOW, refused } from "../../support/given";
import {
  givenBuyer,
  givenDesk,
  givenDraft,
  givenHold,
  givenOffice,
  givenReserved,
  type Office,
} from "../../support/sell";

afterAll(closeDb);

/** What a lens shows, by small number; of people their names. */
async function seen(ctx: Ctx, lens: BoardLens): Promise<Record<number, number | string>> {
  const { nos, values, names } = await getBoardLens(ctx, lens);
  const shown = values.map((value) => (lens === "consultant" ? (names[value] ?? "") : value));
  return Object.fromEntries(nos.map((no, at) => [no, shown[at] ?? ""]));
}

/** Another home of the same project, sold or held by another consultant. */
async function beside(office: Office, name: string): Promise<Office> {
  const consultant = await asStaff("CONSULTANT", office.project, { name });
  const unit = await givenUnit(office.project);
  return {
    ...office,
    unit,
    desk: { ...office.desk, CONSULTANT: consultant },
    buyer: await givenBuyer(office.project, consultant),
  };
}

describe("a lens of the board", () => {
  it("counts days on the market from the release to the sale or to today", async () => {
    const office = await givenOffice();
    await givenReserved(office);
    const later = await asStaff("ANALYST", office.project, { now: hoursAfter(NOW, 24 * 10) });
    const free = await givenUnit(office.project, { releasedOn: new Date("2026-02-20") });
    const held = await beside(office, "李雷");
    await givenHold(held);
    await givenUnit(office.project, { releaseState: "UNRELEASED", releasedOn: null });
    const imported = await givenUnit(office.project);
    await db.claim.create({
      data: { projectId: office.project.id, unitId: imported.id, openingState: "FILED", since: NOW },
    });
    await givenUnit(await givenProject());
    expect(await seen(later, "days")).toEqual({
      // Released on 1 February, sold on 2 March: ten days later still 29.
      [office.unit.boardNo]: 29,
      [free.boardNo]: 20,
      // A hold is no sale.
      [held.unit.boardNo]: 39,
    });
  });

  it("shows how deep the discount of a deal is, and of a draft none", async () => {
    const office = await givenOffice();
    await givenReserved(office);
    // Its price is asked for and not agreed yet.
    await givenDraft(await beside(office, "李雷"));
    // 98 折 of 3 800 000.
    expect(await seen(office.desk.MANAGER, "depth")).toEqual({ [office.unit.boardNo]: 20_000 });
  });

  it("names who has a unit now: the one with most first, a hold whose time is up no more", async () => {
    const office = await givenOffice();
    await givenHold(office);
    const one = await beside(office, "李雷");
    await givenHold(one);
    const unit = await givenUnit(office.project);
    await givenHold({ ...one, unit, buyer: await givenBuyer(office.project, one.desk.CONSULTANT) });
    expect((await getBoardLens(office.desk.MANAGER, "consultant")).names).toEqual(["李雷", "CONSULTANT"]);
    expect(await seen(office.desk.MANAGER, "consultant")).toEqual({
      [office.unit.boardNo]: "CONSULTANT",
      [one.unit.boardNo]: "李雷",
      [unit.boardNo]: "李雷",
    });
    const inAYear = await asStaff("MANAGER", office.project, { now: hoursAfter(NOW, 24 * 365) });
    expect(await seen(inAYear, "consultant")).toEqual({});
  });

  it("shows a consultant the deals that are his own, and nothing of another project", async () => {
    const office = await givenOffice();
    const other = await beside(office, "李雷");
    await givenReserved(office);
    await givenReserved(other);
    for (const lens of ["depth", "consultant"] as const) {
      expect(Object.keys(await seen(office.desk.MANAGER, lens))).toHaveLength(2);
      expect(Object.keys(await seen(other.desk.CONSULTANT, lens))).toEqual([String(other.unit.boardNo)]);
    }
    const elsewhere = await givenDesk(await givenProject());
    for (const lens of ["days", "depth", "consultant"] as const)
      expect(await seen(elsewhere.MANAGER, lens)).toEqual({});
  });

  it("is closed to whoever reads no deals", async () => {
    const project = await givenProject();
    for (const role of ["RECEPTIONIST", "PLANNER", "ADMIN"] as const) {
      const ctx = await asStaff(role, project);
      for (const lens of ["depth", "consultant"] as const)
        expect(await attempt(getBoardLens(ctx, lens))).toMatchObject(refused("not_permitted"));
      expect(await getBoardLens(ctx, "days")).toMatchObject({ nos: [] });
    }
  });
});
