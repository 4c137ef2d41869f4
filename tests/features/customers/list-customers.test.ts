import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filtersOf } from "~/features/customers/customer-filters";
import { listConsultants } from "~/features/customers/list-consultants.server";
import { listCustomers } from "~/features/customers/list-customers.server";
import { listKnown } from "~/features/customers/list-known.server";
import { listTodaysVisits } from "~/features/customers/list-todays-visits.server";
import { registerVisitor } from "~/features/customers/register-visitor.server";
import { searchEverything } from "~/features/customers/search-everything.server";
import { indexWords } from "~/features/projects/index-words.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db } from "~/platform/db.server";
import { asStaff, type GivenProject, givenCustomer, givenProject, givenUnit, refused } from "../../support/given";
import { givenVisit } from "../../support/given-visitor";

afterAll(closeDb);

let project: GivenProject;
let desk: Ctx;
let mine: Ctx;
let other: Ctx;
const phones: string[] = [];

/** Twelve visitors, by turns of two consultants; the last came without a phone. */
beforeAll(async () => {
  project = await givenProject();
  [desk, mine, other] = [
    await asStaff("RECEPTIONIST", project),
    await asStaff("CONSULTANT", project, { name: "张三" }),
    await asStaff("CONSULTANT", project, { name: "李四" }),
  ];
  for (let at = 0; at < 12; at++) {
    const now = new Date(desk.now.getTime() + at * 60_000);
    const visit = givenVisit({
      name: `访客${at}`,
      source: at % 3 === 0 ? "REFERRAL" : "WALK_IN",
      consultantId: (at % 2 === 0 ? mine : other).actorId,
      ...(at === 11 ? { phone: "" } : {}),
    });
    if (visit.phone) phones.push(visit.phone);
    await registerVisitor({ ...desk, now }, visit);
  }
});

const list = async (ctx: Ctx, query: string) => listCustomers(ctx, filtersOf(new URLSearchParams(query)), null);
const names = async (ctx: Ctx, query: string) => (await list(ctx, query)).rows.map(({ name }) => name);
const numberIn = (value: unknown) => phones.filter((phone) => JSON.stringify(value).includes(phone.slice(3)));

describe("the list of customers", () => {
  it("shows all to the desk, own ones to a consultant, newest first, with totals, masked", async () => {
    const all = await list(desk, "");
    expect(all.rows.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, at) => `访客${11 - at}`));
    expect(all).toMatchObject({ totals: { count: 12, visits: 12, gradeA: 0, withDeal: 0 }, next: null });
    expect(numberIn(all)).toEqual([]);
    expect((await list(mine, "")).totals.count).toBe(6);
    expect((await list(await asStaff("MANAGER", await givenProject()), "")).totals.count).toBe(0);
    expect(await attempt(list(await asStaff("ANALYST", project), ""))).toMatchObject(refused("not_permitted"));
  });

  it("filters by what the address says, and by nothing it cannot understand", async () => {
    expect(await names(desk, "q=fangke1")).toEqual(["访客11", "访客10", "访客1"]);
    expect(await names(desk, "source=REFERRAL")).toHaveLength(4);
    expect(await names(desk, `owner=${mine.actorId}&source=REFERRAL`)).toEqual(["访客6", "访客0"]);
    expect(await names(desk, "pool=1")).toEqual(["访客11"]);
    expect(await names(mine, "pool=1")).toEqual(["访***"]);
    expect(await names(mine, `owner=${other.actorId}`)).toHaveLength(6);
    expect(await names(desk, "grade=Z&stage='&owner=x&source=%00")).toHaveLength(12);
    for (const q of ["%", "_", "'", "\\", "<b>", "😀"])
      expect(await names(desk, `q=${encodeURIComponent(q)}`)).toEqual([]);
  });

  it("pages by key, without gaps or repeats", async () => {
    const big = await givenProject();
    const manager = await asStaff("MANAGER", big);
    for (let at = 0; at < 103; at++) await givenCustomer(big, null, `客户${at}`);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listCustomers>> = await listCustomers(
        manager,
        filtersOf(new URLSearchParams()),
        after,
      );
      seen.push(...page.rows.map(({ id }) => id));
      expect(page.totals.count).toBe(103);
      after = page.next;
    } while (after);
    expect(new Set(seen).size).toBe(103);
    expect(seen).toHaveLength(103);
    expect((await listCustomers(manager, filtersOf(new URLSearchParams()), "nonsense")).rows).toHaveLength(50);
  });
});

describe("the desk", () => {
  it("sees who came today and by whom served, masked", async () => {
    const visits = await listTodaysVisits(desk);
    expect(visits).toHaveLength(12);
    expect(visits[0]).toMatchObject({ name: "访客11", first: true, owned: false, phone: null });
    expect(visits[1]).toMatchObject({ servedBy: "张三", owned: true });
    expect(numberIn(visits)).toEqual([]);
    expect(await listTodaysVisits({ ...desk, now: new Date("2026-03-03T02:00:00Z") })).toEqual([]);
    expect(await listTodaysVisits(mine)).toHaveLength(6);
  });

  it("knows a customer by phone or last four, and whose; beyond reach only masked", async () => {
    const phone = phones[1] ?? "";
    const known = { name: "访客1", ownerName: "李四", lastVisitOn: "2026-03-02", reached: true };
    expect(await listKnown(desk, { phone, name: "" })).toMatchObject([known]);
    expect(await listKnown(desk, { phone: phone.slice(-4), name: "" })).toMatchObject([known]);
    expect(await listKnown(desk, { phone: "", name: "访客1" })).toHaveLength(3);
    expect(await listKnown(desk, { phone: phone.slice(0, 3), name: "" })).toEqual([]);
    const beyond = await listKnown(mine, { phone, name: "" });
    expect(beyond).toMatchObject([{ name: "访**", ownerName: "李四", reached: false }]);
    expect(numberIn([beyond, await listKnown(desk, { phone: "", name: "访" })])).toEqual([]);
    expect(await listKnown(mine, { phone: phone.slice(-4), name: "" })).toEqual([]);
  });

  it("sees whose turn it is", async () => {
    const turns = await listConsultants(desk);
    expect(turns.map(({ name, newToday }) => [name, newToday])).toEqual([
      ["李四", 5],
      ["张三", 6],
    ]);
  });
});

describe("searching everything", () => {
  it("finds customers and units, each as far as the reader may", async () => {
    const unit = await givenUnit(project, { label: "2-1-1803" });
    await db.$transaction((tx) => indexWords(tx, project.id, "UNIT", unit.id, [unit.label]));
    expect(await searchEverything(desk, "访客10")).toMatchObject([{ subject: "CUSTOMER", title: "访客10" }]);
    expect(await searchEverything(other, "访客10")).toEqual([]);
    for (const query of ["2-1-18", "1803", " 1803 "])
      expect(await searchEverything(mine, query)).toMatchObject([{ subject: "UNIT", id: unit.id, title: "2-1-1803" }]);
    expect(await searchEverything(await asStaff("MANAGER", await givenProject()), "1803")).toEqual([]);
    expect(await searchEverything(desk, "")).toEqual([]);
    expect(numberIn(await searchEverything(desk, phones[0] ?? ""))).toEqual([]);
  });

  it("finds deals by their own words and by their customer, for whoever may read them", async () => {
    const manager = await asStaff("MANAGER", project);
    const { id: customerId } = await givenCustomer(project, mine, "郑成交");
    await db.$transaction((tx) => indexWords(tx, project.id, "CUSTOMER", customerId, ["郑成交"]));
    const unit = await givenUnit(project);
    const dealId = await db.$transaction(async (tx) => {
      const deal = await tx.deal.create({
        data: {
          projectId: project.id,
          customerId,
          consultantId: mine.actorId,
          stage: "RESERVED",
          businessOn: new Date("2026-03-02"),
          enteredAt: desk.now,
        },
      });
      await tx.claim.create({ data: { projectId: project.id, unitId: unit.id, dealId: deal.id, since: desk.now } });
      await indexWords(tx, project.id, "DEAL", deal.id, ["RG-2026-9907"]);
      return deal.id;
    });
    for (const query of ["RG-2026-9907", "9907"])
      for (const ctx of [manager, mine])
        expect(await searchEverything(ctx, query)).toMatchObject([{ subject: "DEAL", id: dealId, state: "RESERVED" }]);
    expect((await searchEverything(manager, "zcj")).map(({ subject }) => subject)).toEqual(["CUSTOMER", "DEAL"]);
    for (const ctx of [other, desk]) expect(await searchEverything(ctx, "RG-2026-9907")).toEqual([]);
  });
});

it("keeps what is searched on its index at any size", async () => {
  const plan = await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL enable_seqscan = off`;
    return tx.$queryRaw<{ "QUERY PLAN": string }[]>`
      EXPLAIN SELECT "subjectId" FROM "SearchToken"
      WHERE "projectId" = ${project.id}::uuid AND subject = 'CUSTOMER' AND token >= 'fang' AND token < 'fang'`;
  });
  expect(plan.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Index.*SearchToken/);
});
