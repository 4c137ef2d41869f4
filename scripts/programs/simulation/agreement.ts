import { pool } from "~/platform/db.server";
import { isLive, type Model } from "./model";
import type { Office } from "./office";
import type { Deal } from "./records";

type UnitRow = {
  id: string;
  version: number;
  state: string;
  listFen: string;
  floorFen: string;
  filedFen: string;
  claims: string[];
};
type OfferRow = { id: string; figures: unknown[] };
type PersonRow = { id: string; figures: unknown[] };
type DealRow = { id: string; figures: unknown[] };

const UNITS = `SELECT u.id, u.version, u."releaseState"::text AS state, u."listFen"::text, u."floorFen"::text,
    u."filedFen"::text,
    coalesce(array_agg(c."dealId" ORDER BY c.since) FILTER (WHERE c.id IS NOT NULL), '{}')::text[] AS claims
  FROM "Unit" u LEFT JOIN "Claim" c ON c."unitId" = u.id AND c."endedAt" IS NULL
  WHERE u."projectId" = $1::uuid GROUP BY u.id`;

const DEALS = `SELECT d.id, json_build_array(d.stage, d.version, (extract(epoch FROM d."holdUntil") * 1000)::bigint,
    (SELECT coalesce(sum("amountFen"), 0) FROM "Receivable" r WHERE r."dealId" = d.id AND r."voidedAt" IS NULL),
    (SELECT coalesce(sum("allocatedFen"), 0) FROM "Receivable" r WHERE r."dealId" = d.id AND r."voidedAt" IS NULL),
    (SELECT coalesce(sum("amountFen"), 0) FROM "Receipt" r WHERE r."dealId" = d.id AND r.status IN ('RECORDED', 'REVERSAL_ASKED')),
    (SELECT count(*) FROM "Payment" p JOIN "Receipt" r ON r."paymentId" = p.id WHERE r."dealId" = d.id)) AS figures
  FROM "Deal" d WHERE d.id = ANY ($1::uuid[])`;

const OFFER = `SELECT id, json_build_array(status, version, (extract(epoch FROM "effectiveAt") * 1000)::bigint, "versionNo") AS figures
    FROM "PriceList"
  UNION ALL SELECT id, json_build_array(status, version, (extract(epoch FROM "opensAt") * 1000)::bigint,
    (SELECT count(*) FROM "ReleaseBatchUnit" b WHERE b."batchId" = r.id)) FROM "ReleaseBatch" r`;

const PEOPLE = `SELECT c.id, json_build_array(u.name, (extract(epoch FROM c."ownedSince") * 1000)::bigint,
    (extract(epoch FROM c."lastFollowUpAt") * 1000)::bigint) AS figures
    FROM "ProjectCustomer" c LEFT JOIN "User" u ON u.id = c."ownerId"
  UNION ALL SELECT id, json_build_array("fromOn", "untilOn", "endedAt" IS NOT NULL) FROM "Substitution"`;

const BOOKS = `SELECT account::text, sum("debitFen" - "creditFen")::text AS fen FROM "LedgerBalance"
  WHERE "sellerId" = $1::uuid GROUP BY 1 HAVING sum("debitFen" - "creditFen") <> 0`;

const COUNTS = `SELECT (SELECT count(*)::int FROM "Deal") AS deals, (SELECT count(*)::int FROM "ProjectCustomer") AS customers,
  (SELECT count(*)::int FROM "Unit") AS units, (SELECT count(*)::int FROM "Setting") AS settings,
  (SELECT count(*)::int FROM "Substitution") AS substitutes`;

/** Where model and database differ: in the units, the deals that changed, the books. Everything, when `whole`. */
export async function differences(office: Office, model: Model, whole: boolean): Promise<string[]> {
  const deals = whole ? model.deals : [...model.touched];
  const [units, rows, offer, people, books, counts] = [
    await pool.query<UnitRow>(UNITS, [office.project.id]),
    await pool.query<DealRow>(DEALS, [deals.map(({ id }) => id)]),
    await pool.query<OfferRow>(OFFER),
    await pool.query<PersonRow>(PEOPLE),
    await pool.query<{ account: string; fen: string }>(BOOKS, [office.sellerId]),
    await pool.query<Record<string, number>>(COUNTS),
  ];
  model.touched.clear();
  return [
    ...ofUnits(model, units.rows),
    ...ofDeals(model, deals, rows.rows),
    ...ofOffer(model, offer.rows),
    ...ofPeople(model, people.rows),
    ...differing("the books", ledgerOf(model), Object.fromEntries(books.rows.map((row) => [row.account, +row.fen]))),
    ...differing("how many", countsOf(model), counts.rows[0]),
  ];
}

function ofUnits(model: Model, rows: readonly UnitRow[]): string[] {
  return model.units.flatMap((unit) => {
    const row = rows.find(({ id }) => id === unit.id);
    const state = unit.withheldUntil !== null ? "WITHHELD" : unit.released ? "RELEASED" : "UNRELEASED";
    const claim = model.claimOn(unit);
    const prices = [unit.listFen, unit.floorFen, unit.filedFen].map((fen) => fen?.toString() ?? null);
    const wanted = [unit.version, state, ...prices, claim ? [claim.id] : []];
    return differing(
      `unit ${unit.no}`,
      wanted,
      row && [row.version, row.state, row.listFen, row.floorFen, row.filedFen, row.claims],
    );
  });
}

/** Whose customer everybody is, since when, and who answers in whose place. */
function ofPeople({ customers, substitutes }: Model, rows: readonly PersonRow[]): string[] {
  const found = (id: string) => rows.find((row) => row.id === id)?.figures;
  return [
    ...customers.flatMap(({ no, id, owner, ownedSince, followedAt }) =>
      differing(`customer ${no}`, [owner === null ? null : `consultant-${owner}`, ownedSince, followedAt], found(id)),
    ),
    ...substitutes.flatMap(({ id, manager, from, until, ended }) =>
      differing(`the substitute of manager ${manager}`, [from, until, ended], found(id)),
    ),
  ];
}

function countsOf({ deals, customers, units, settings, substitutes }: Model): Record<string, number> {
  return {
    ...{ deals: deals.length, customers: customers.length, units: units.length },
    ...{ settings: settings.length, substitutes: substitutes.length },
  };
}

/** Price lists and openings: how far they are, and when they count. */
function ofOffer({ lists, batches }: Model, rows: readonly OfferRow[]): string[] {
  const found = (id: string) => rows.find((row) => row.id === id)?.figures;
  return [
    ...differing("lists and openings", lists.length + batches.length, rows.length),
    ...lists.flatMap(({ id, name, status, version, effectiveAt, versionNo }) =>
      differing(`prices ${name}`, [status, version, effectiveAt, versionNo], found(id)),
    ),
    ...batches.flatMap(({ id, name, status, version, opensAt, units }) =>
      differing(`opening ${name}`, [status, version, opensAt, units.length], found(id)),
    ),
  ];
}

function ofDeals(model: Model, deals: readonly Deal[], rows: readonly DealRow[]): string[] {
  return deals.flatMap((deal) => {
    const { stage, version, holdUntil, owedFen } = deal;
    const owed = isLive(deal) ? owedFen : 0;
    const receipts = model.payments.flatMap((payment) => payment.receipts.filter((one) => one.deal === deal)).length;
    const money = [owed, model.allocatedFen(deal), model.receiptedFen(deal), receipts];
    const row = rows.find(({ id }) => id === deal.id);
    return differing(`deal on unit ${deal.unit.no}`, [stage, version, holdUntil, ...money], row?.figures);
  });
}

/** What the accounts must stand at: debits less credits. */
function ledgerOf(model: Model): Record<string, number> {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const standing = model.payments.filter(({ status }) => status !== "REVERSED");
  const paid = sum(standing.map(({ amountFen }) => amountFen));
  const allocated = sum(standing.flatMap(({ receipts }) => receipts.map(({ allocatedFen }) => allocatedFen)));
  const owed = sum(model.deals.filter(isLive).map(({ owedFen }) => owedFen));
  const accounts = {
    ADVANCES: allocated - paid,
    BANK_SUPERVISED: paid,
    CONTRACT_LIABILITIES: -owed,
    RECEIVABLES: owed - allocated,
  };
  return Object.fromEntries(Object.entries(accounts).filter(([, fen]) => fen !== 0));
}

function differing(of: string, model: unknown, database: unknown): string[] {
  const [wanted, found] = [textOf(model), textOf(database)];
  return wanted === found ? [] : [`${of}: the model says ${wanted}, the database ${found}`];
}

function textOf(value: unknown): string {
  const inOrder = value && typeof value === "object" && !Array.isArray(value) ? Object.entries(value).sort() : value;
  return JSON.stringify(inOrder) ?? "nothing";
}
