import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CustomerFilters } from "~/features/customers/customer-filters";
import { filtersOf } from "~/features/customers/customer-filters";
import { listCustomers } from "~/features/customers/list-customers.server";
import { readDealFilters } from "~/features/deals/deal-filters";
import { listDeals } from "~/features/deals/list-deals.server";
import { placeHold } from "~/features/deals/place-hold.server";
import { listReceipts, receiptFilter } from "~/features/finance/list-receipts.server";
import type { Ctx } from "~/platform/context.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { asStaff, givenUnit } from "../support/given";
import { givenBuyer, givenOffice, givenReserved, type Office, pay } from "../support/sell";

afterAll(closeDb);

const NAMES = ["张伟", "安娜", "李梅", "陈思远", "李梅", "王小明", "安娜"];
let office: Office;
let manager: Ctx;

beforeAll(async () => {
  office = await givenOffice({ settings: { holdCapPerConsultant: 50 } });
  manager = await asStaff("MANAGER", office.project);
  const dealId = await givenReserved(office);
  for (const amount of [300_000, 100_000, 100_000, 200_000]) await pay(office, dealId, amount);
  for (const [at, name] of NAMES.entries()) {
    const { id } = await givenBuyer(office.project, office.desk.CONSULTANT, name);
    await db.projectCustomer.update({ where: { id }, data: { visits: at % 3, grade: at % 2 ? "A" : null } });
    const unit = await givenUnit(office.project);
    await placeHold(office.desk.CONSULTANT, { key: newId(), unitId: unit.id, customerId: id });
  }
});

type Listed = { rows: readonly { id: string }[]; next: string | null };

/** All ids of a list, read by pages of three. */
async function paged(page: (after: string | null) => Promise<Listed>): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const { rows, next }: Listed = await page(after ?? null);
    ids.push(...rows.map(({ id }) => id));
    after = next;
  }
  return ids;
}

const asked = (sort: string) => new URLSearchParams({ sort });
const LISTS: Record<string, [string[], (sort: string) => (after: string | null) => Promise<Listed>]> = {
  customers: [
    ["name", "owner", "grade", "stage", "visits", "lastFollowUp", "created"],
    (sort) => (after) => listCustomers(manager, filtersOf(asked(sort)), after, 3),
  ],
  deals: [
    ["unit", "customer", "deadline", "price", "consultant", "number", "entered"],
    (sort) => (after) => listDeals(manager, readDealFilters(asked(sort)), after, 3),
  ],
  receipts: [
    ["number", "on", "customer", "amount", "by", "at"],
    (sort) => (after) =>
      listReceipts(office.desk.CASHIER, { ...receiptFilter(asked(sort)), after: after ?? undefined }, 3),
  ],
};

describe.each(Object.entries(LISTS))("%s", (_, [columns, list]) => {
  it.each(columns)("ordered by %s are read page by page, each once, and the other way round", async (column) => {
    const up = await paged(list(column));
    const down = await paged(list(`-${column}`));
    expect(new Set(up).size).toBe(up.length);
    expect(up.length).toBeGreaterThan(4);
    expect(down).toEqual(up.toReversed());
  });
});

describe("an order", () => {
  const names = async (sort: string): Promise<string[]> =>
    (await listCustomers(manager, filtersOf(asked(sort)) as CustomerFilters, null)).rows.map(({ name }) => name);

  it("of names is by pinyin", async () => {
    expect(await names("name")).toEqual(["安娜", "安娜", "陈思远", "李梅", "李梅", "王小明", "王小明", "张伟"]);
  });

  it("that is not known is the usual one", async () => {
    const usual = await names("-created");
    for (const sort of ["", "-", "id; DROP TABLE", "constructor", "-__proto__", "phone"]) {
      expect(await names(sort)).toEqual(usual);
    }
  });

  it("tells nothing of a row of another project", async () => {
    const stranger = await asStaff("MANAGER", (await givenOffice()).project);
    const { next } = await listCustomers(manager, filtersOf(asked("name")), null, 3);
    expect((await listCustomers(stranger, filtersOf(asked("name")), next)).rows).toEqual([]);
  });

  it("of amounts is by amount", async () => {
    const { rows } = await listReceipts(office.desk.CASHIER, receiptFilter(asked("-amount")));
    expect(rows.map(({ amount }) => amount)).toEqual([5_000_000, 300_000, 200_000, 100_000, 100_000]);
  });
});
