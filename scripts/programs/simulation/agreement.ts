import { pool } from "~/platform/db.server";
import { isLive, type Model } from "./model";
import type { Office } from "./office";
import type { Deal } from "./records";

type UnitRow = { id: string; version: number; state: string; listFen: string; floorFen: string; claims: string[] };
type OfferRow = { id: string; figures: unknown[] };
type DealRow = { id: string; figures: unknown[] };

const UNITS = `SELECT u.id, u.version, u."releaseState"::text AS state, u."listFen"::text, u."floorFen"::text,
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

const BOOKS = `SELECT account::text, sum("debitFen" - "creditFen")::text AS fen FROM "LedgerBalance"
  WHERE "sellerId" = $1::uuid GROUP BY 1 HAVING sum("debitFen" - "creditFen") <> 0`;

/** Where model and database differ: in the units, the deals that changed, the books. Everything, when `whole`. */
export async function differences(office: Office, model: Model, whole: boolean): Promise<string[]> {
  const deals = whole ? model.deals : [...model.touched];
  const [units, rows, offer, books, counts] = [
    await pool.query<UnitRow>(UNITS, [office.project.id]),
    await pool.query<DealRow>(DEALS, [deals.map(({ id }) => id)]),
    await pool.query<OfferRow>(OFFER),
    await pool.query<{ account: string; fen: string }>(BOOKS, [office.sellerId]),
    await pool.query<{ deals: number; customers: number }>(
      `SELECT (SELECT count(*)::int FROM "Deal") AS deals, (SELECT count(*)::int FROM "ProjectCustomer") AS customers`,
    ),
  ];
  model.touched.clear();
  return [
    ...ofUnits(model, units.rows),
    ...ofDeals(model, deals, rows.rows),
    ...ofOffer(model, offer.rows),
    ...differing("the books", ledgerOf(model), Object.fromEntries(books.rows.map((row) => [row.account, +row.fen]))),
    ...differing("how many", { deals: model.deals.length, customers: model.customers.length }, counts.rows[0]),
  ];
}

function ofUnits(model: Model, rows: readonly UnitRow[]): string[] {
  return model.units.flatMap((unit) => {
    const row = rows.find(({ id }) => id === unit.id);
    const state = unit.withheldUntil !== null ? "WITHHELD" : unit.released ? "RELEASED" : "UNRELEASED";
    const claim = model.claimOn(unit);
    const prices = [unit.listFen, unit.floorFen].map((fen) => fen?.toString() ?? null);
    const wanted = [unit.version, state, ...prices, claim ? [claim.id] : []];
    return differing(`unit ${unit.no}`, wanted, row && [row.version, row.state, row.listFen, row.floorFen, row.claims]);
  });
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
