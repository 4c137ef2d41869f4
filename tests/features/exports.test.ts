import ExcelJS from "exceljs";
import { afterAll, describe, expect, it } from "vitest";
import { businessDay, monthOf } from "~/domain/calendar";
import type { Role } from "~/domain/permission";
import { filtersOf } from "~/features/customers/customer-filters";
import { exportCustomers } from "~/features/customers/export-customers.server";
import { readDealFilters } from "~/features/deals/deal-filters";
import { exportDeals } from "~/features/deals/export-deals.server";
import { exportEntries } from "~/features/finance/export-entries.server";
import { exportReceipts } from "~/features/finance/export-receipts.server";
import { receiptFilter } from "~/features/finance/list-receipts.server";
import { exportUnits } from "~/features/units/export-units.server";
import { textsFor } from "~/i18n/catalogue.server";
import { attempt } from "~/platform/attempt.server";
import { closeDb, db } from "~/platform/db.server";
import { answerWorkbook } from "~/platform/workbook.server";
import { asStaff, givenCustomer, givenProject, refused } from "../support/given";
import { givenOffice, givenReserved } from "../support/sell";

afterAll(closeDb);

const zh = textsFor("zh-CN");
const ALL = new URLSearchParams();

/** The sheet of a workbook: what stands above, the headings and the rows. */
async function sheetIn(answer: Promise<Response>) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await (await answer).arrayBuffer());
  const [sheet] = workbook.worksheets;
  const rows = (sheet?.getSheetValues() ?? []).slice(1).map((cells) => (cells as unknown[]).slice(1));
  return { foot: sheet?.headerFooter.oddFooter ?? "", mark: rows[0]?.[0], headings: rows[1], rows: rows.slice(2) };
}

describe("a list taken out of the house", () => {
  it("holds every row with figures as figures, in fen exactly, and says who took it", async () => {
    const office = await givenOffice();
    await givenReserved(office);
    const director = await asStaff("DIRECTOR", office.project);
    const { dealFen } = await db.subscription.findFirstOrThrow({ where: { deal: { projectId: office.project.id } } });

    const deals = await sheetIn(exportDeals(director, readDealFilters(ALL), zh));
    expect(deals.headings?.slice(0, 3)).toEqual(["房源", "客户", "阶段"]);
    expect(deals.rows).toHaveLength(1);
    expect(deals.rows[0]?.slice(6, 8)).toEqual([Number(dealFen) / 100, 50_000]);
    expect(deals.mark).toContain(director.actorName);
    expect(deals.foot).toContain(director.actorName);

    const receipts = await sheetIn(exportReceipts(director, receiptFilter(ALL), zh));
    expect(receipts.rows.map((row) => row[8])).toEqual([50_000]);

    const month = monthOf(businessDay(director.now));
    const finance = await asStaff("FINANCE", office.project);
    const book = await sheetIn(exportEntries(finance, office.project.sellerId, month, zh));
    const sum = (at: number) => book.rows.reduce((total, row) => total + Math.round(Number(row[at] ?? 0) * 100), 0);
    expect(sum(6)).toBeGreaterThan(0);
    expect(sum(6)).toBe(sum(7));

    const units = await sheetIn(exportUnits(director, textsFor("en")));
    expect(units.rows).toHaveLength(await db.unit.count({ where: { projectId: office.project.id } }));
    const taken = await db.auditEntry.findMany({ where: { action: "list.exported", actorId: director.actorId } });
    expect(taken.map(({ after }) => after)).toEqual([
      { list: "deals", rows: 1 },
      { list: "receipts", rows: 1 },
      { list: "units", rows: units.rows.length },
    ]);
  });

  it("keeps to the filters of the screen, and phones masked", async () => {
    const project = await givenProject();
    const [one, other] = [await asStaff("CONSULTANT", project), await asStaff("CONSULTANT", project)];
    const { personId } = await givenCustomer(project, one, "=1+1");
    const { e164 } = await db.personPhone.findFirstOrThrow({ where: { personId } });
    await givenCustomer(project, other, "李梅");
    const director = await asStaff("DIRECTOR", project);
    const query = new URLSearchParams({ owner: one.actorId });
    const { rows } = await sheetIn(exportCustomers(director, filtersOf(query), zh));
    expect(rows).toHaveLength(1);
    expect(rows[0]?.[0]).toBe("=1+1");
    expect(JSON.stringify(rows)).not.toContain(e164.slice(3));
  });

  it("goes on from page to page until the last row", async () => {
    const project = await givenProject();
    const ctx = await asStaff("DIRECTOR", project);
    const page = async (after: string | null) => {
      const from = Number(after ?? 0);
      return { rows: [from, from + 1], next: from < 8 ? String(from + 2) : null };
    };
    const columns = [{ title: "n", count: (row: number) => row }];
    const sheet = await sheetIn(answerWorkbook(ctx, { list: "n", title: "a/b", mark: "m", columns, page, count: 10 }));
    expect(sheet.rows.flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("stops reading when nobody takes it any more", async () => {
    const ctx = await asStaff("DIRECTOR", await givenProject());
    const columns = [{ title: "n", text: (row: number) => `${row} ${Math.sin(row)}` }];
    let asked = 0;
    const rows = Array.from({ length: 2_000 }, (_, at) => at);
    const endless = async () => {
      asked += 1;
      return { rows, next: "more" };
    };
    const given = await answerWorkbook(ctx, { list: "n", title: "n", mark: "", columns, count: 0, page: endless });
    const reader = given.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    const before = asked;
    // Another, much longer than what is still under way, is written meanwhile.
    const page = async (after: string | null) => {
      const at = Number(after ?? 0) + 1;
      return { rows, next: at < 30 ? String(at) : null };
    };
    await sheetIn(answerWorkbook(ctx, { list: "m", title: "m", mark: "", columns, count: 0, page }));
    expect(asked - before).toBeLessThan(5);
  });

  it.each<[Role, boolean, boolean]>([
    ["CONSULTANT", false, false],
    ["MANAGER", true, false],
    ["DIRECTOR", true, true],
    ["CLERK", false, false],
  ])("is for those who may take lists out: %s", async (role, deals, customers) => {
    const ctx = await asStaff(role, await givenProject());
    const no = refused("not_permitted");
    const outcome = async (answer: Promise<Response>) => {
      const asked = await attempt(answer);
      if (asked.ok) await asked.value.body?.cancel();
      return asked;
    };
    expect(await outcome(exportDeals(ctx, readDealFilters(ALL), zh))).toMatchObject(deals ? { ok: true } : no);
    expect(await outcome(exportCustomers(ctx, filtersOf(ALL), zh))).toMatchObject(customers ? { ok: true } : no);
  });
});
