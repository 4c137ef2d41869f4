import pg from "pg";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { monthOf } from "~/domain/calendar";
import { permissionsOf } from "~/domain/permission";
import { comparedPeriod } from "~/domain/report-period";
import { findCustomers } from "~/features/customers/find-customers.server";
import { getCustomer } from "~/features/customers/get-customer.server";
import { listCustomerDeals } from "~/features/customers/list-customer-deals.server";
import { listCustomers } from "~/features/customers/list-customers.server";
import { listTimeline } from "~/features/customers/list-timeline.server";
import { searchEverything } from "~/features/customers/search-everything.server";
import { getDeal } from "~/features/deals/get-deal.server";
import { listDeals } from "~/features/deals/list-deals.server";
import { findPayableDeals } from "~/features/finance/find-payable-deals.server";
import { getBalances } from "~/features/finance/get-balances.server";
import { getCashDay } from "~/features/finance/get-cash-day.server";
import { listEntries } from "~/features/finance/list-entries.server";
import { listReceipts } from "~/features/finance/list-receipts.server";
import { getCashIn } from "~/features/reports/cash-in.server";
import { dayFigures } from "~/features/reports/day-figures.server";
import { listAlertRows } from "~/features/reports/list-alerts.server";
import { boardVersion, changesSince } from "~/features/units/board-changes.server";
import { listBoardUnits } from "~/features/units/board-units.server";
import { closeDb, pool } from "~/platform/db.server";
import { type Office, officeOf } from "../../scripts/programs/bench/full/office";

// Small enough to be made in seconds. With sequential scans switched off the planner reads a table from end to end only
// where no index serves the question, at whatever size.
const DEALS = 60;
/** Tables that an office fills by the thousand. */
const LARGE = new Set(
  [
    "Person",
    "PersonPhone",
    "ProjectCustomer",
    "Interaction",
    "SearchToken",
    "Unit",
    "Claim",
    "UnitChange",
    "Deal",
  ].concat(
    ...["Subscription", "Contract", "Filing", "DealBuyer", "DealDocument", "Receivable", "Payment", "Receipt"],
    ...[
      "Allocation",
      "LedgerEntry",
      "LedgerLine",
      "LedgerBalance",
      "Fact",
      "FactSummary",
      "DueSummary",
      "AuditEntry",
      "OwnershipChange",
    ],
  ),
);

let office: Office;
let deal: { id: string; customerId: string; name: string };

beforeAll(async () => {
  office = await officeOf(DEALS);
  const { rows } = await pool.query(
    `SELECT d.id, d."customerId", p.name FROM "Deal" d JOIN "ProjectCustomer" c ON c.id = d."customerId"
       JOIN "Person" p ON p.id = c."personId" WHERE d.stage = 'CONTRACTED' ORDER BY d.id LIMIT 1`,
  );
  deal = rows[0];
}, 120_000);
afterAll(closeDb);

const ALL = { q: "", owner: null, grade: null, stage: null, source: null, pool: false };
const DEALS_SHOWN = { q: "", stage: null, consultant: null, need: null };
const finance = () => ({ ...office.manager, permissions: permissionsOf(["FINANCE"]) });
const consultant = () => office.consultants[0] ?? office.manager;

const HOT: [string, () => Promise<unknown>][] = [
  ["the list of customers", () => listCustomers(office.manager, ALL, null)],
  ["a consultant's own customers", () => listCustomers(consultant(), ALL, null)],
  ["a customer by name", () => listCustomers(office.manager, { ...ALL, q: deal.name }, null)],
  ["a customer for a picker", () => findCustomers(office.manager, "1234")],
  ["the search for everything", () => searchEverything(office.manager, deal.name)],
  ["the page of a customer", () => getCustomer(office.manager, deal.customerId)],
  ["what happened with a customer", () => listTimeline(office.manager, deal.customerId)],
  ["a customer's deals", () => listCustomerDeals(office.manager, deal.customerId)],
  ["the page of a deal", () => getDeal(office.manager, deal.id)],
  ["the list of deals", () => listDeals(office.manager, DEALS_SHOWN, null)],
  ["a consultant's own deals", () => listDeals(consultant(), DEALS_SHOWN, null)],
  ["what is late", () => listAlertRows(office.manager, "OVERDUE", office.today)],
  ["who may pay", () => findPayableDeals(office.cashier, deal.name)],
  ["the cashier's day", () => getCashDay(office.cashier, office.today)],
  ["the list of receipts", () => listReceipts(office.cashier, {})],
  ["a month of the ledger", () => listEntries(finance(), office.project.sellerId, monthOf(office.today), null)],
  ["the balances of a month", () => getBalances(finance(), office.project.sellerId, monthOf(office.today))],
  ["the cockpit's figures", () => dayFigures(office.manager, comparedPeriod("MONTH", office.today).now)],
  ["the cockpit's money by month", () => getCashIn(office.manager, office.today)],
  ["the version of a board", () => boardVersion(office.project.id)],
  ["what changed on a board", () => changesSince(office.project.id, { version: 0, ahead: new Set() })],
  ["the board", () => listBoardUnits(office.project.id, null, office.project.now)],
];

it.each(HOT)("indexes serve %s", async (_, ask) => {
  const asked = await statementsOf(ask);
  expect(asked.length).toBeGreaterThan(0);
  const scans = await Promise.all(asked.map(scannedBy));
  expect(scans.flat()).toEqual([]);
});

it("finds a table that no index serves", async () => {
  const unserved = { text: `SELECT 1 FROM "Payment" WHERE "payerName" = $1`, values: ["x"] };
  expect(await scannedBy(unserved)).toEqual(["Payment"]);
});

type Statement = { text: string; values: unknown[] };

/** Every question that goes to the database meanwhile. */
async function statementsOf(ask: () => Promise<unknown>): Promise<Statement[]> {
  const spy = vi.spyOn(pg.Client.prototype, "query");
  try {
    await ask();
    const asked = spy.mock.calls.map((call: unknown[]) => {
      const [first, second] = call;
      const config = typeof first === "string" ? { text: first, values: second } : Object(first);
      return { text: String(config.text), values: Array.isArray(config.values) ? config.values : [] };
    });
    return asked.filter(({ text }) => /^\s*(SELECT|WITH)\b/.test(text));
  } finally {
    spy.mockRestore();
  }
}

/** Large tables that the plan of a statement reads from end to end. */
async function scannedBy({ text, values }: Statement): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL enable_seqscan = off");
    const { rows } = await client.query({ text: `EXPLAIN (FORMAT JSON) ${text}`, values });
    const plan = JSON.stringify(rows[0]);
    const scans = [...plan.matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"([^"]+)"/g)].map(
      ([, table = ""]) => table,
    );
    return scans.filter((table) => LARGE.has(table));
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}
