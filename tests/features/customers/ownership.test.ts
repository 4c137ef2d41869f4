import { afterAll, describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import { claimFromPool } from "~/features/customers/claim-from-pool.server";
import { filtersOf } from "~/features/customers/customer-filters";
import { getPooled } from "~/features/customers/get-pooled.server";
import { listCustomers } from "~/features/customers/list-customers.server";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { registerVisitor } from "~/features/customers/register-visitor.server";
import { returnToPool } from "~/features/customers/return-to-pool.server";
import { transferCustomer } from "~/features/customers/transfer-customer.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenCustomer, givenProject, NOW, refused } from "../../support/given";
import { givenContact, givenPhone, givenVisit } from "../../support/given-visitor";

afterAll(closeDb);

const claim = (customerId: string, phone = "") => ({ key: newId(), customerId, phone, confirmed: false });

describe("the public pool", () => {
  it("gives a customer to exactly one of 32 consultants", async () => {
    const project = await givenProject();
    const { id } = await givenCustomer(project, null);
    const consultants = await Promise.all(
      Array.from({ length: 32 }, (_, at) => asStaff("CONSULTANT", project, { name: `顾问 ${at}` })),
    );
    const outcomes = await Promise.all(consultants.map((ctx) => attempt(claimFromPool(ctx, claim(id)))));
    const winners = consultants.filter((_, at) => outcomes[at]?.ok);
    expect(winners).toHaveLength(1);
    const lost = { ok: false, refusal: { code: "not_in_pool", params: { owner: winners[0]?.actorName } } };
    expect(outcomes.filter(({ ok }) => !ok)).toEqual(Array(31).fill(lost));
    expect(await db.ownershipChange.count({ where: { customerId: id } })).toBe(1);
  });

  it("holds whoever was not followed up, until the minute somebody does", async () => {
    const project = await givenProject();
    const settings = { ownershipDays: 15 };
    const owner = await asStaff("CONSULTANT", project, { settings });
    const { id } = await givenCustomer(project, owner);
    const other = await asStaff("CONSULTANT", project, { settings, now: hoursAfter(NOW, 15 * 24 - 1) });
    expect(await attempt(claimFromPool(other, claim(id)))).toMatchObject(refused("not_in_pool"));
    expect(await getPooled(other, id)).toBeNull();

    await recordInteraction({ ...owner, now: hoursAfter(NOW, 24) }, givenContact({ customerId: id, reached: false }));
    const later = { ...other, now: hoursAfter(NOW, 15 * 24) };
    const pool = filtersOf(new URLSearchParams("pool=1"));
    expect((await listCustomers(later, pool, null)).rows).toMatchObject([{ id, name: "王**" }]);
    expect((await getPooled(later, id))?.name).toBe("王**");
    await recordInteraction({ ...owner, now: hoursAfter(NOW, 48) }, givenContact({ customerId: id }));
    expect((await listCustomers(later, pool, null)).rows).toEqual([]);
    expect(await attempt(claimFromPool(later, claim(id)))).toMatchObject(refused("not_in_pool"));
    await claimFromPool({ ...other, now: hoursAfter(NOW, 17 * 24) }, claim(id));
    expect(await db.projectCustomer.findUnique({ where: { id } })).toMatchObject({ ownerId: other.actorId });
  });

  it("asks for the full phone of whoever came without one", async () => {
    const project = await givenProject();
    const ctx = await asStaff("CONSULTANT", project);
    const { customerId } = await registerVisitor(ctx, givenVisit({ phone: "" }));
    expect(await attempt(claimFromPool(ctx, claim(customerId)))).toMatchObject(refused("phone_incomplete"));
    const known = givenVisit({ phone: givenPhone() });
    await registerVisitor(ctx, known);
    expect(await attempt(claimFromPool(ctx, claim(customerId, known.phone)))).toMatchObject(
      refused("duplicate_unconfirmed"),
    );
    await claimFromPool(ctx, claim(customerId, givenPhone()));
    expect(await db.projectCustomer.findUnique({ where: { id: customerId } })).toMatchObject({ ownerId: ctx.actorId });
  });

  it("takes a customer back with a reason, but nobody who has an open deal", async () => {
    const project = await givenProject();
    const [owner, manager] = [await asStaff("CONSULTANT", project), await asStaff("MANAGER", project)];
    const { id } = await givenCustomer(project, owner);
    const giveBack = (reason: string) => ({ key: newId(), customerId: id, reason });
    expect(await attempt(returnToPool(owner, giveBack(" ")))).toMatchObject(refused("reason_required"));
    await db.projectCustomer.update({ where: { id }, data: { stage: "COMMITTED" } });
    expect(await attempt(returnToPool(owner, giveBack("不再联系")))).toMatchObject(refused("deal_open"));
    await db.projectCustomer.update({ where: { id }, data: { stage: "PROSPECT" } });
    await returnToPool(owner, giveBack("不再联系"));
    expect(await attempt(returnToPool(manager, giveBack("再退")))).toMatchObject(refused("in_pool_already"));
    expect(await db.ownershipChange.findMany({ where: { customerId: id } })).toMatchObject([
      { kind: "RETURNED", fromId: owner.actorId, toId: null, reason: "不再联系" },
    ]);
  });
});

it("a transfer goes to a consultant of the project, with a reason, once", async () => {
  const [project, elsewhere] = [await givenProject(), await givenProject()];
  const [owner, next] = [await asStaff("CONSULTANT", project), await asStaff("CONSULTANT", project)];
  const manager = await asStaff("MANAGER", project);
  const stranger = await asStaff("CONSULTANT", elsewhere);
  const { id } = await givenCustomer(project, owner);
  const to = (toId: string, reason = "休假") => ({ key: newId(), customerId: id, toId, reason });
  expect(await attempt(transferCustomer(manager, to(stranger.actorId)))).toMatchObject(refused("not_found"));
  expect(await attempt(transferCustomer(manager, to(next.actorId, "")))).toMatchObject(refused("reason_required"));
  expect(await attempt(transferCustomer(manager, to(owner.actorId)))).toMatchObject(refused("yours_already"));
  const input = to(next.actorId);
  await Promise.all([transferCustomer(manager, input), transferCustomer(manager, input)]);
  expect(await db.ownershipChange.findMany({ where: { customerId: id } })).toMatchObject([
    { kind: "TRANSFERRED", fromId: owner.actorId, toId: next.actorId, byId: manager.actorId },
  ]);
});
