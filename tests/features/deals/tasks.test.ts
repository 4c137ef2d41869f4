import { afterAll, expect, it } from "vitest";
import { addDays, hoursAfter } from "~/domain/calendar";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { listTasks } from "~/features/deals/list-tasks.server";
import { closeDb, db } from "~/platform/db.server";
import { dateOf } from "~/platform/stored-day.server";
import { asStaff, givenCustomer, givenProject, TODAY } from "../../support/given";
import { givenContact } from "../../support/given-visitor";
import { givenOffice, givenReserved } from "../../support/sell";

afterAll(closeDb);

it("names whom a consultant meant to call by today, the longest due first, until he reaches them", async () => {
  const project = await givenProject();
  const ctx = await asStaff("CONSULTANT", project);
  const customers = await Promise.all(Array.from({ length: 9 }, () => givenCustomer(project, ctx)));
  for (const [at, { id }] of customers.entries()) {
    await recordInteraction(ctx, givenContact({ customerId: id, nextOn: addDays(TODAY, 9 - at) }));
  }
  const due = async (hours: number) =>
    (await listTasks({ ...ctx, now: hoursAfter(ctx.now, hours) })).followUps.map(({ customerId }) => customerId);
  const soonest = customers.map(({ id }) => id).reverse();
  expect(await due(24)).toEqual(soonest.slice(0, 1));
  expect(await due(24 * 9)).toEqual(soonest);
  const [reached] = soonest;
  await recordInteraction(
    { ...ctx, now: hoursAfter(ctx.now, 24) },
    givenContact({ customerId: reached ?? "", nextOn: "" }),
  );
  expect(await due(24 * 9)).toEqual(soonest.slice(1));
});

it("says how much of a deal is overdue", async () => {
  const office = await givenOffice();
  const dealId = await givenReserved(office);
  const line = await db.receivable.findFirstOrThrow({
    where: { dealId, allocatedFen: 0n },
    orderBy: { amountFen: "asc" },
  });
  await db.receivable.update({ where: { id: line.id }, data: { dueOn: dateOf(addDays(TODAY, -3)) } });
  const { deals } = await listTasks(office.desk.CASHIER);
  const late = deals.find(({ kind }) => kind === "late");
  expect(late).toMatchObject({ count: 1, rows: [{ id: dealId, lateFen: line.amountFen }] });
});
