import { afterAll, expect, it } from "vitest";
import { listMatchingUnits } from "~/features/customers/list-matching-units.server";
import { NO_NEEDS } from "~/features/customers/needs";
import { placeHold } from "~/features/deals/place-hold.server";
import { closeDb } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenCustomer, givenProject, givenUnit } from "../../support/given";

afterAll(closeDb);

it("offers free homes within budget and area, the cheapest first, and says why", async () => {
  const project = await givenProject();
  const ctx = await asStaff("CONSULTANT", project);
  const fit = { listFen: 380_000_000n, grossCentiares: 8_950 };
  const dear = await givenUnit(project, fit);
  const cheap = await givenUnit(project, { ...fit, listFen: 360_000_000n });
  const held = await givenUnit(project, fit);
  const others = [{ listFen: 381_000_001n }, { grossCentiares: 9_001 }, { use: "PARKING" }, { saleCategory: "KEPT" }];
  for (const over of others) await givenUnit(project, { ...fit, ...over } as Partial<typeof fit>);
  await givenUnit(await givenProject(), fit);
  const { id: customerId } = await givenCustomer(project, ctx);
  await placeHold(ctx, { key: newId(), unitId: held.id, customerId });

  const needs = { ...NO_NEEDS, budgetMax: 381_000_000, areaMin: 8_000, areaMax: 9_000 };
  const units = await listMatchingUnits(ctx, needs);
  expect(units.map(({ id }) => id)).toEqual([cheap.id, dear.id]);
  expect(units[0]).toMatchObject({ listFen: 360_000_000, grossCentiares: 8_950, fits: ["BUDGET", "AREA"] });
  expect(await listMatchingUnits(ctx, NO_NEEDS)).toEqual([]);
  expect(await listMatchingUnits(await asStaff("CHANNEL", project), needs)).toEqual([]);
});
