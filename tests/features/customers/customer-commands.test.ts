import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hoursAfter } from "~/domain/calendar";
import type { Role } from "~/domain/permission";
import { claimFromPool } from "~/features/customers/claim-from-pool.server";
import { completeBuyer } from "~/features/customers/complete-buyer.server";
import { editCustomer } from "~/features/customers/edit-customer.server";
import { getCustomer } from "~/features/customers/get-customer.server";
import { listTimeline } from "~/features/customers/list-timeline.server";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { returnToPool } from "~/features/customers/return-to-pool.server";
import { revealIdNumber } from "~/features/customers/reveal-id-number.server";
import { revealPhone } from "~/features/customers/reveal-phone.server";
import { transferCustomer } from "~/features/customers/transfer-customer.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, type GivenProject, givenCustomer, givenProject, refused } from "../../support/given";
import { givenBuyer, givenContact, givenEdit } from "../../support/given-visitor";

afterAll(closeDb);

type Case = {
  name: string;
  holder: Role;
  stranger: Role;
  own: boolean;
  run: (ctx: Ctx, id: string) => Promise<unknown>;
};

const reason = "客户要求";
let consultantId = "";
const CASES: Case[] = [
  {
    name: "editCustomer",
    holder: "CONSULTANT",
    stranger: "RECEPTIONIST",
    own: true,
    run: (ctx, customerId) => editCustomer(ctx, givenEdit({ customerId })),
  },
  {
    name: "completeBuyer",
    holder: "CONSULTANT",
    stranger: "RECEPTIONIST",
    own: true,
    run: (ctx, customerId) => completeBuyer(ctx, givenBuyer({ customerId })),
  },
  {
    name: "recordInteraction",
    holder: "CONSULTANT",
    stranger: "CASHIER",
    own: true,
    run: (ctx, customerId) => recordInteraction(ctx, givenContact({ customerId })),
  },
  {
    name: "transferCustomer",
    holder: "MANAGER",
    stranger: "CONSULTANT",
    own: false,
    run: (ctx, customerId) => transferCustomer(ctx, { key: newId(), customerId, toId: consultantId, reason }),
  },
  {
    name: "returnToPool",
    holder: "CONSULTANT",
    stranger: "CLERK",
    own: true,
    run: (ctx, customerId) => returnToPool(ctx, { key: newId(), customerId, reason }),
  },
  {
    name: "revealPhone",
    holder: "CONSULTANT",
    stranger: "RECEPTIONIST",
    own: true,
    run: (ctx, customerId) => revealPhone(ctx, { customerId, purpose: "CONTACT" }),
  },
  {
    name: "revealIdNumber",
    holder: "CLERK",
    stranger: "CONSULTANT",
    own: false,
    run: (ctx, customerId) => revealIdNumber(ctx, { customerId, purpose: "PAPERS" }),
  },
];

describe.each(CASES)("$name", ({ holder, stranger, own, run }) => {
  let project: GivenProject;
  let elsewhere: GivenProject;
  beforeAll(async () => {
    [project, elsewhere] = [await givenProject(), await givenProject()];
    consultantId = (await asStaff("CONSULTANT", project)).actorId;
  });

  it("serves its holder, and refuses whoever has not the right", async () => {
    const ctx = await asStaff(holder, project);
    const { id } = await givenCustomer(project, ctx);
    expect(await attempt(run(await asStaff(stranger, project), id))).toMatchObject(refused("not_permitted"));
    expect(await attempt(run(ctx, id))).toMatchObject({ ok: true });
  });

  it("does not find another project's customer, nor one that does not exist", async () => {
    const ctx = await asStaff(holder, project);
    const foreign = await givenCustomer(elsewhere, ctx);
    const before = await db.projectCustomer.findUnique({ where: { id: foreign.id } });
    expect(await attempt(run(ctx, foreign.id))).toMatchObject(refused("not_found"));
    expect(await attempt(run(ctx, newId()))).toMatchObject(refused("not_found"));
    expect(await db.projectCustomer.findUnique({ where: { id: foreign.id } })).toEqual(before);
    expect(await db.auditEntry.count({ where: { subject: `customer:${foreign.id}` } })).toBe(0);
  });

  it.runIf(own)("does not find a colleague's customer, nor an unowned one", async () => {
    const [ctx, colleague] = [await asStaff(holder, project), await asStaff(holder, project)];
    const { id } = await givenCustomer(project, colleague);
    const pooled = await givenCustomer(project, null);
    expect(await attempt(run(ctx, id))).toMatchObject(refused("not_found"));
    expect(await attempt(run(ctx, pooled.id))).toMatchObject(refused("not_found"));
  });

  it("writes no personal data into the audit", async () => {
    const ctx = await asStaff(holder, project);
    const { id, personId } = await givenCustomer(project, ctx, "欧阳修明");
    const phone = await db.personPhone.findFirstOrThrow({ where: { personId } });
    await run(ctx, id);
    const entries = await db.auditEntry.findMany({ where: { actorId: ctx.actorId } });
    expect(entries).toHaveLength(1);
    const written = JSON.stringify(entries, (_, value) => (typeof value === "bigint" ? String(value) : value));
    expect(written).not.toMatch(new RegExp(`欧阳|修明|改名|${phone.e164.slice(1)}|19491231|长安街|有意向`));
  });
});

describe("a customer's page", () => {
  it("is found within reach only, and never shows phone or ID number in clear", async () => {
    const [project, elsewhere] = [await givenProject(), await givenProject()];
    const owner = await asStaff("CONSULTANT", project);
    const { id, personId } = await givenCustomer(project, owner);
    await completeBuyer(owner, givenBuyer({ customerId: id }));
    const { e164 } = await db.personPhone.findFirstOrThrow({ where: { personId } });
    const roles: Role[] = ["RECEPTIONIST", "MANAGER", "CASHIER", "CLERK", "PLANNER", "GM"];
    const readers = [owner, ...(await Promise.all(roles.map((role) => asStaff(role, project))))];
    for (const ctx of readers) {
      const shown = { ...(await getCustomer(ctx, id)), timeline: (await listTimeline(ctx, id)).items };
      expect(shown.id).toBe(id);
      expect(shown.phones).toMatchObject([{ masked: `${e164.slice(3, 6)}****${e164.slice(-4)}` }]);
      expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${e164.slice(3)}|\\+86138|19491231`));
    }
    expect((await getCustomer(await asStaff("CASHIER", project), id))?.address).toBeNull();
    for (const ctx of [await asStaff("CONSULTANT", project), await asStaff("MANAGER", elsewhere)]) {
      expect(await getCustomer(ctx, id)).toBeNull();
      expect((await listTimeline(ctx, id)).items).toEqual([]);
    }
  });

  it("tells contacts only to those who may read them", async () => {
    const project = await givenProject();
    const owner = await asStaff("CONSULTANT", project);
    const { id } = await givenCustomer(project, owner);
    await recordInteraction(owner, givenContact({ customerId: id, text: "很有意向" }));
    const ofType = async (ctx: Ctx) => (await listTimeline(ctx, id)).items.map(({ type }) => type);
    expect(await ofType(owner)).toEqual(["INTERACTION"]);
    expect(await ofType(await asStaff("RECEPTIONIST", project))).toEqual([]);
  });
});

describe("what happened with a customer", () => {
  it("is read page by page, each thing once, what came at one instant on one page", async () => {
    const project = await givenProject();
    const owner = await asStaff("CONSULTANT", project);
    const { id } = await givenCustomer(project, owner);
    for (const hours of [0, 1, 1, 1, 2, 3, 4]) {
      await recordInteraction({ ...owner, now: hoursAfter(owner.now, hours) }, givenContact({ customerId: id }));
    }
    const pages: string[][] = [];
    for (let next: string | null | undefined; next !== null; ) {
      const page: Awaited<ReturnType<typeof listTimeline>> = await listTimeline(owner, id, next, 4);
      pages.push(page.items.map((item) => item.id));
      next = page.next;
    }
    const all = (await listTimeline(owner, id)).items.map((item) => item.id);
    expect(pages.flat()).toEqual(all);
    expect([all.length, ...pages.map(({ length }) => length)]).toEqual([7, 6, 1]);
  });
});

describe("revealing", () => {
  it("answers in clear, and the audit says who looked and why", async () => {
    const project = await givenProject();
    const [owner, manager] = [await asStaff("CONSULTANT", project), await asStaff("MANAGER", project)];
    const { id, personId } = await givenCustomer(project, owner);
    const buyer = givenBuyer({ customerId: id });
    await completeBuyer(owner, buyer);
    const { e164 } = await db.personPhone.findFirstOrThrow({ where: { personId } });

    const [phone] = await revealPhone(owner, { customerId: id, purpose: "CONTACT" });
    expect(phone?.replaceAll(" ", "")).toBe(e164.slice(3));
    expect(await revealIdNumber(manager, { customerId: id, purpose: "PAPERS" })).toBe(buyer.idNumber);
    expect(
      await db.auditEntry.findMany({ where: { subject: `customer:${id}` }, orderBy: { seq: "asc" }, skip: 1 }),
    ).toMatchObject([
      { action: "customer.phone_revealed", actorId: owner.actorId, reason: "CONTACT" },
      { action: "customer.id_number_revealed", actorId: manager.actorId, reason: "PAPERS" },
    ]);
  });
});

it("claiming needs its right, and finds no customer of another project", async () => {
  const [project, elsewhere] = [await givenProject(), await givenProject()];
  const claim = (customerId: string) => ({ key: newId(), customerId, phone: "", confirmed: false });
  const { id } = await givenCustomer(elsewhere, null);
  expect(await attempt(claimFromPool(await asStaff("CONSULTANT", project), claim(id)))).toMatchObject(
    refused("not_found"),
  );
  expect(await attempt(claimFromPool(await asStaff("MANAGER", elsewhere), claim(id)))).toMatchObject(
    refused("not_permitted"),
  );
});
