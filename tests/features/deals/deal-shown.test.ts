import { afterAll, expect, it } from "vitest";
import type { Role } from "~/domain/permission";
import { findOpenSlip } from "~/features/approvals/find-open-slip.server";
import { getDeal } from "~/features/deals/get-deal.server";
import { printPaper } from "~/features/deals/papers/print-paper.server";
import { openUnit } from "~/features/units/open-unit.server";
import { closeDb, db } from "~/platform/db.server";
import { asStaff } from "../../support/given";
import { givenOffice, givenReserved } from "../../support/sell";

afterAll(closeDb);

it("shows instalments and receipts of a deal to those only who may read them", async () => {
  const office = await givenOffice();
  const dealId = await givenReserved(office);
  for (const role of ["CONSULTANT", "MANAGER", "CASHIER", "CLERK"] as const) {
    const { lines, receipts } = (await getDeal(office.desk[role], dealId)).money;
    expect([lines.length, receipts.length], role).toEqual([3, 1]);
  }
  for (const ctx of [office.desk.CONTROLLER, await asStaff("SERVICE", office.project)]) {
    const { money, subscription } = await getDeal(ctx, dealId);
    expect(money).toMatchObject({ lines: [], receipts: [], receipted: 5_000_000 });
    expect(subscription?.schedule).toHaveLength(3);
  }
});

it("names every issued paper, and opens it for those only who may see what is in it", async () => {
  const office = await givenOffice();
  const dealId = await givenReserved(office);
  await printPaper(office.desk.CLERK, dealId, "subscription", "https://sales.example.com/portal");
  const opens = async (role: "CLERK" | "CONSULTANT" | "CASHIER") =>
    (await getDeal(office.desk[role], dealId)).documents.map(({ edition, opens: own }) => [edition, own]);
  expect(await opens("CLERK")).toEqual([["FULL", true]]);
  expect(await opens("CONSULTANT")).toEqual([["FULL", false]]);
  expect(await opens("CASHIER")).toEqual([["FULL", false]]);
});

it("leads from a home to its deal whoever may open that, a consultant to his own", async () => {
  const office = await givenOffice();
  await givenReserved(office);
  const leads = async (role: Role) =>
    (await openUnit(await asStaff(role, office.project), office.unit.id)).actions.deal;
  expect((await openUnit(office.desk.CONSULTANT, office.unit.id)).actions.deal).toBe(true);
  expect(await leads("CONSULTANT")).toBe(false);
  expect(await leads("CASHIER")).toBe(true);
  expect(await leads("PLANNER")).toBe(false);
});

it("leads to a slip whoever may open it, an asker to his own", async () => {
  const { project } = await givenOffice();
  const [planner, other] = [await asStaff("PLANNER", project), await asStaff("PLANNER", project)];
  const subject = `price_list:${project.phaseId}`;
  const slip = await db.approval.create({
    data: {
      id: project.phaseId,
      ...{ projectId: project.id, kind: "PRICE_LIST", subject, reason: "", facts: {}, chain: ["DIRECTOR"] },
      ...{ requestedById: planner.actorId, requestedAt: planner.now },
    },
  });
  expect(await findOpenSlip(planner, subject)).toBe(slip.id);
  expect(await findOpenSlip(await asStaff("DIRECTOR", project), subject)).toBe(slip.id);
  expect(await findOpenSlip(other, subject)).toBeNull();
  expect(await findOpenSlip(await asStaff("ANALYST", project), subject)).toBeNull();
});
