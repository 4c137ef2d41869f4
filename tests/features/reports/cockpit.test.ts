import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { addDays, type Day, day, dayIn, hoursAfter } from "~/domain/calendar";
import { changeSince, comparedPeriod, PERIODS } from "~/domain/report-period";
import type { Settings } from "~/domain/setting";
import { recordFacts, takeBackFacts } from "~/features/projects/record-fact.server";
import { getCashIn } from "~/features/reports/cash-in.server";
import { dayFigures, figureOf } from "~/features/reports/day-figures.server";
import { FIGURE_NAMES, FIGURES, type FigureName } from "~/features/reports/figures";
import { getCockpit } from "~/features/reports/get-cockpit.server";
import { LISTED_ALERTS, listAlertRows } from "~/features/reports/list-alerts.server";
import { listFacts } from "~/features/reports/list-facts.server";
import { getSellThrough } from "~/features/reports/sell-through.server";
import { attempt } from "~/platform/attempt.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db, inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { dateOf } from "~/platform/stored-day.server";
import { asStaff, givenProject, givenUnit, NOW, refused, TODAY } from "../../support/given";
import { firstPaymentPaid, givenContract, givenOffice, givenReserved } from "../../support/sell";

afterAll(closeDb);

const KINDS = ["VISIT_FIRST", "VISIT_REPEAT", "HOLD", "SUBSCRIPTION", "CONTRACT", "RECEIPT", "REFUND"] as const;
const aFact = fc.record({
  kind: fc.constantFrom(...KINDS),
  businessOn: fc.integer({ min: -45, max: 3 }).map((days) => addDays(TODAY, days)),
  amountFen: fc.integer({ min: 0, max: 900_000_000_000 }),
  areaCentiares: fc.integer({ min: 0, max: 30_000 }),
  takenBackAfter: fc.option(fc.integer({ min: 0, max: 9 })),
  mine: fc.boolean(),
});
type AFact = typeof aFact extends fc.Arbitrary<infer T> ? T : never;

/** What a figure must be, counted one by one from what was recorded. */
function byHand(facts: readonly AFact[], name: FigureName, from: Day, to: Day) {
  const { counts, takesBack, gross } = FIGURES[name];
  let [count, amount] = [0, 0n];
  const add = (on: Day, sign: number, fen: number) => {
    if (on < from || on > to) return;
    count += sign;
    amount += BigInt(sign) * BigInt(fen);
  };
  for (const fact of facts) {
    const way = counts.some((kind) => kind === fact.kind) ? 1 : takesBack.some((kind) => kind === fact.kind) ? -1 : 0;
    if (way === 0) continue;
    add(fact.businessOn, way, fact.amountFen);
    if (fact.takenBackAfter !== null && !gross)
      add(addDays(fact.businessOn, fact.takenBackAfter), -way, fact.amountFen);
  }
  return { count, amount };
}

async function write(ctx: Ctx, other: Ctx, facts: readonly AFact[]) {
  await inTransaction(async (tx) => {
    for (const { takenBackAfter, mine, ...fact } of facts) {
      const dealId = newId();
      await recordFacts(tx, ctx, [{ ...fact, dealId, userId: mine ? ctx.actorId : other.actorId }]);
      if (takenBackAfter !== null) {
        await takeBackFacts(tx, ctx, { dealId, kind: fact.kind }, addDays(fact.businessOn, takenBackAfter));
      }
    }
  });
}

describe("the figures", () => {
  it("agree to the fen with a count of every fact and with the list behind them, for any history", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aFact, { minLength: 1, maxLength: 25 }), async (facts) => {
        const project = await givenProject();
        const director = await asStaff("DIRECTOR", project);
        const consultant = await asStaff("CONSULTANT", project);
        await write(consultant, director, facts);
        for (const [ctx, seen] of [
          [director, facts],
          [consultant, facts.filter(({ mine }) => mine)],
        ] as const) {
          for (const period of PERIODS) {
            const { now, before } = comparedPeriod(period, TODAY);
            const days = await dayFigures(ctx, { from: before.from, to: now.to });
            for (const name of FIGURE_NAMES) {
              for (const span of [now, before]) {
                const { count, amount } = figureOf(days, name, span);
                expect({ count, amount: BigInt(amount) }).toEqual(byHand(seen, name, span.from, span.to));
                if (ctx !== director) continue;
                const { total } = await listFacts(ctx, name, span, null);
                expect([total.count, total.amount]).toEqual([count, amount]);
              }
            }
          }
        }
      }),
      { numRuns: 6 },
    );
  });

  it("show the list's pages without a row twice", async () => {
    const project = await givenProject();
    const ctx = await asStaff("DIRECTOR", project);
    const visits = Array.from({ length: 130 }, () => ({ kind: "VISIT_FIRST" as const, businessOn: TODAY }));
    await inTransaction((tx) => recordFacts(tx, ctx, visits));
    const span = { from: TODAY, to: TODAY };
    const first = await listFacts(ctx, "visitsFirst", span, null);
    const second = await listFacts(ctx, "visitsFirst", span, first.next);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([100, 30, null]);
    expect(new Set([...first.rows, ...second.rows].map(({ seq }) => seq)).size).toBe(130);
    expect(second.total.count).toBe(130);
  });

  it("compares like with like", () => {
    expect(comparedPeriod("TODAY", day("2026-03-02")).before).toEqual({ from: "2026-03-01", to: "2026-03-01" });
    // a Monday, a Sunday
    expect(comparedPeriod("WEEK", day("2026-03-02")).now).toEqual({ from: "2026-03-02", to: "2026-03-02" });
    expect(comparedPeriod("WEEK", day("2026-03-08"))).toEqual({
      now: { from: "2026-03-02", to: "2026-03-08" },
      before: { from: "2026-02-23", to: "2026-03-01" },
    });
    // the 31st of March has no 31st of February to be compared with
    expect(comparedPeriod("MONTH", day("2026-03-31")).before).toEqual({ from: "2026-02-01", to: "2026-02-28" });
    expect([changeSince(0, 5), changeSince(4, 5), changeSince(-4, -5)]).toEqual([null, 250_000, -250_000]);
  });
});

const aDueDay = fc.option(fc.integer({ min: -200, max: 220 }).map((days) => dateOf(addDays(TODAY, days))));
const anInstalment = fc.record({
  dueOn: aDueDay,
  amountFen: fc.bigInt({ min: 1n, max: 900_000_000_000n }),
  fate: fc.constantFrom("stays", "is dated anew", "is changed", "is voided", "goes"),
  anew: aDueDay,
});

describe("what falls due by month", () => {
  it("agrees to the fen with a scan of the instalments, whatever becomes of them", async () => {
    const office = await givenOffice();
    const deal = { projectId: office.project.id, dealId: await givenReserved(office) };
    await fc.assert(
      fc.asyncProperty(fc.array(anInstalment, { minLength: 1, maxLength: 12 }), async (instalments) => {
        for (const [at, { dueOn, amountFen, fate, anew }] of instalments.entries()) {
          const line = { position: 100 + at, item: "期款", dueEvent: "CONTRACT" as const, createdAt: NOW };
          const { id } = await db.receivable.create({ data: { ...deal, ...line, dueOn, amountFen } });
          if (fate === "is dated anew") await db.receivable.update({ where: { id }, data: { dueOn: anew } });
          if (fate === "is changed") await db.receivable.update({ where: { id }, data: { amountFen: amountFen + 7n } });
          if (fate === "is voided") await db.receivable.update({ where: { id }, data: { voidedAt: NOW } });
          if (fate === "goes") await db.receivable.delete({ where: { id } });
        }
        const standing = await db.receivable.findMany({ where: { ...deal, voidedAt: null } });
        for (const { month, due } of await getCashIn({ projectId: office.project.id }, TODAY)) {
          const dueThen = standing.filter(({ dueOn }) => dueOn?.toISOString().startsWith(month));
          expect(due, month).toBe(Number(dueThen.reduce((sum, { amountFen }) => sum + amountFen, 0n)));
        }
      }),
      { numRuns: 8 },
    );
  });
});

describe("sell-through", () => {
  it("agrees with a count of every home, whatever its state", async () => {
    const project = await givenProject();
    const states = ["UNRELEASED", "RELEASED", "WITHHELD"] as const;
    const kept = { withheldReason: "领导留房", withheldUntil: hoursAfter(NOW, 24) };
    for (const releaseState of states) {
      for (const openingState of [null, "RESERVED", "CONTRACTED", "FILED"] as const) {
        const unit = await givenUnit(project, { releaseState, ...(releaseState === "WITHHELD" ? kept : {}) });
        if (!openingState) continue;
        await db.claim.create({ data: { projectId: project.id, unitId: unit.id, openingState, since: NOW } });
      }
    }
    await givenUnit(project, { saleCategory: "KEPT" });
    const [row] = await getSellThrough({ projectId: project.id });
    // 12 homes; unreleased and unsold is one of them; 3 × 3 sold, of which 3 × 2 signed
    expect(row).toMatchObject({
      ...{ total: 12, released: 11, sold: 9, signed: 6 },
      ...{ releasedCentiares: 11 * 8_950, soldCentiares: 9 * 8_950, signedCentiares: 6 * 8_950 },
      ...{ releasedFen: 11 * 380_000_000, soldFen: 9 * 380_000_000, signedFen: 6 * 380_000_000 },
    });
  });
});

describe("the cockpit of a sale", () => {
  it("counts hold, subscription and money, and warns of what is late, with the list behind each warning", async () => {
    const office = await givenOffice();
    const dealId = await givenReserved(office);
    await firstPaymentPaid(office, dealId);
    const director = { ...office.desk.DIRECTOR };
    const cockpit = await getCockpit(director, "MONTH");
    expect(cockpit.figures.subscriptions.now).toEqual({ count: 1, amount: 372_400_000, area: 8_950 });
    expect(cockpit.figures.receipts.now.amount).toBe(112_400_000);
    expect(cockpit.figures.holds.now.count).toBe(1);
    expect(cockpit.funnel.map(({ count }) => count)).toEqual([0, 1, 1, 0]);
    expect(cockpit.sellThrough).toMatchObject([{ released: 1, sold: 1, signed: 0 }]);
    const month = cockpit.cashIn?.find((one) => one.month === "2026-03");
    const due = await db.receivable.aggregate({
      where: { dealId, dueOn: { gte: dateOf(day("2026-03-01")), lte: dateOf(day("2026-03-31")) } },
      _sum: { amountFen: true },
    });
    expect(month).toEqual({ month: "2026-03", due: Number(due._sum.amountFen), received: 112_400_000 });

    const later = { ...director, now: hoursAfter(NOW, 24 * 60) };
    const late = await getCockpit(later, "TODAY");
    expect(late.alerts).toContainEqual({ name: "UNSIGNED", count: 1, amount: 372_400_000 });
    for (const name of LISTED_ALERTS) {
      const rows = await listAlertRows(later, name, late.today);
      expect(rows.length, name).toBe(late.alerts.find((alert) => alert.name === name)?.count);
    }
    const stranger = { ...(await asStaff("CONSULTANT", office.project)), now: later.now };
    expect(await listAlertRows(stranger, "UNSIGNED", late.today)).toEqual([]);
  });

  it("reminds of contracts not filed and permitted units not on sale within their terms, by the project's settings", async () => {
    const office = await givenOffice();
    await givenContract(office);
    await givenUnit(office.project, { releaseState: "UNRELEASED", listFen: null, floorFen: null });
    const director = office.desk.DIRECTOR;
    const alerts = async (days: number, over: Partial<Settings> = {}) => {
      const now = hoursAfter(NOW, days * 24);
      const ctx = { ...director, now, settings: { ...director.settings, ...over } };
      const count = async (name: "UNFILED" | "UNPUBLISHED") =>
        (await listAlertRows(ctx, name, dayIn(ctx.timeZone, now))).length;
      return [await count("UNFILED"), await count("UNPUBLISHED")];
    };
    // The permit is of 5 January, the contract of today, 2 March.
    expect(await alerts(0)).toEqual([0, 1]);
    expect(await alerts(0, { publishDays: 90 })).toEqual([0, 0]);
    expect(await alerts(30)).toEqual([0, 1]);
    expect(await alerts(31)).toEqual([1, 1]);
    expect(await alerts(31, { filingDays: 31 })).toEqual([0, 1]);
  });

  it("shows no amounts to who may not read them, and nothing to who reads no reports", async () => {
    const project = await givenProject();
    const planner = await asStaff("PLANNER", project);
    await givenUnit(project);
    const cockpit = await getCockpit(planner, "MONTH");
    expect(JSON.stringify(cockpit)).not.toContain("380000000");
    expect([cockpit.cashIn, cockpit.figures.receipts]).toEqual([null, undefined]);
    expect(await attempt(listFacts(planner, "receipts", { from: TODAY, to: TODAY }, null))).toMatchObject(
      refused("not_permitted"),
    );
    const clerk = await asStaff("CLERK", project);
    expect(await attempt(getCockpit(clerk, "MONTH"))).toMatchObject(refused("not_permitted"));
  });
});
