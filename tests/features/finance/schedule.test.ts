import { afterAll, describe, expect, it } from "vitest";
import { day } from "~/domain/calendar";
import { getSchedule } from "~/features/finance/get-schedule.server";
import { getStatement } from "~/features/finance/get-statement.server";
import { setDueDates } from "~/features/finance/set-due-dates.server";
import { voidReceivables } from "~/features/finance/void-receivables.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { asStaff, givenProject, refused, TODAY } from "../../support/given";
import { balancesOf, givenDeal, givenDesk, givenSchedule, money, pay } from "./given-money";

afterAll(closeDb);

describe("a deal's schedule", () => {
  it("shows paid, open and overdue with the late fee of the settings, as of any day", async () => {
    const { project, deal, cashier } = await givenDesk();
    await pay(cashier, money(project, deal.id, 150_000));
    const manager = await asStaff("MANAGER", project);
    const later = await getSchedule(manager, deal.id, day("2026-03-30"));
    expect(later?.lines.map(({ state, open }) => [state, open])).toEqual([
      ["PAID", 0],
      ["OVERDUE", 150_000],
      ["OPEN", 700_000],
    ]);
    // 1 500 yuan, ten days, one ten-thousandth a day.
    expect(later?.totals).toEqual({ owed: 1_000_000, paid: 150_000, open: 850_000, overdue: 150_000, lateFee: 150 });
    const before = await getSchedule(manager, deal.id, day("2026-03-01"));
    expect(before?.totals).toMatchObject({ paid: 0, overdue: 0 });
  });

  it("is seen by those who may see money, a consultant's own only, and never across projects", async () => {
    const { project, deal } = await givenDesk();
    const owner = await asStaff("CONSULTANT", project);
    expect(await getSchedule(owner, deal.id, TODAY)).toBeNull();
    expect(await getSchedule({ ...owner, actorId: deal.consultantId }, deal.id, TODAY)).not.toBeNull();
    expect(await getSchedule(await asStaff("CONTROLLER", project), deal.id, TODAY)).toBeNull();
    expect(await getStatement(await asStaff("GM", await givenProject()), deal.id, TODAY)).toBeNull();
  });

  it("has a statement that says which receipt paid what", async () => {
    const { project, deal, cashier, receivables } = await givenDesk();
    await pay(cashier, money(project, deal.id, 150_000));
    const statement = await getStatement(cashier, deal.id, TODAY);
    expect(statement?.receipts).toMatchObject([
      {
        amount: 150_000,
        waiting: 0,
        payerName: "王小明",
        pays: [
          { receivableId: receivables[0]?.id, amount: 100_000 },
          { receivableId: receivables[1]?.id, amount: 50_000 },
        ],
      },
    ]);
  });
});

describe("due dates", () => {
  it("come with their event, never on a rest day, and stay once they stand", async () => {
    const { project, deal } = await givenDesk();
    const clerk = await asStaff("CLERK", project);
    // 2026-03-07 is a Saturday.
    const dated = await inTransaction((tx) =>
      setDueDates(tx, clerk, { dealIds: [deal.id], event: "LOAN_APPROVAL", on: day("2026-03-07") }),
    );
    expect(dated).toBe(1);
    const [, first, loan] = await db.receivable.findMany({ where: { dealId: deal.id }, orderBy: { position: "asc" } });
    expect(loan?.dueOn).toEqual(new Date("2026-03-09"));
    await inTransaction((tx) =>
      setDueDates(tx, clerk, { dealIds: [deal.id], event: "CONTRACT", on: day("2026-05-04") }),
    );
    expect((await db.receivable.findUnique({ where: { id: first?.id ?? "" } }))?.dueOn).toEqual(new Date("2026-03-20"));
  });
});

describe("voiding a schedule", () => {
  it("takes back what is owed; money paid waits on its receipt for the next schedule", async () => {
    const { project, deal, cashier } = await givenDesk();
    await pay(cashier, money(project, deal.id, 150_000));
    await inTransaction((tx) => voidReceivables(tx, cashier, deal.id));
    expect(await balancesOf(project.sellerId)).toEqual({ BANK_SUPERVISED: 150_000, ADVANCES: -150_000 });
    expect((await getStatement(cashier, deal.id, TODAY))?.receipts).toMatchObject([{ waiting: 150_000, pays: [] }]);
    await givenSchedule(project, deal.id);
    expect((await getSchedule(cashier, deal.id, TODAY))?.totals).toMatchObject({ owed: 1_000_000, paid: 150_000 });
    expect(await balancesOf(project.sellerId)).toMatchObject({ BANK_SUPERVISED: 150_000, RECEIVABLES: 850_000 });
  });

  it("does not reach another project's deal", async () => {
    const theirs = await givenDeal(await givenProject());
    const { cashier } = await givenDesk();
    const outcome = attempt(inTransaction((tx) => voidReceivables(tx, cashier, theirs.id)));
    expect(await outcome).toMatchObject(refused("not_found"));
  });
});
