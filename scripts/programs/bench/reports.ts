import { Client } from "pg";
import { monthOf } from "~/domain/calendar";
import { comparedPeriod, monthsAround, type Span } from "~/domain/report-period";
import { getBalances, scanBalances } from "~/features/finance/get-balances.server";
import { getCashIn } from "~/features/reports/cash-in.server";
import { dayFigures } from "~/features/reports/day-figures.server";
import { fullOffice } from "./full/full";
import { interleaved, milliseconds, type Row, rowOf, type Task } from "./measure";

/** Figures by summary, against the scan of every fact or entry that they are the sum of. */
export async function measureReports({ rounds, quick }: Task): Promise<Row[]> {
  const { project, manager, today, entries } = await fullOffice(quick);
  const scan = await scanner();
  const { now, before } = comparedPeriod("MONTH", today);
  const span = { from: before.from, to: now.to };
  const year = monthsAround(today, 5, 6);
  const cashSpan = { from: year[0]?.from ?? today, to: year.at(-1)?.to ?? today };
  const reader = {
    ...manager,
    permissions: new Map([...manager.permissions, ["ledger:read", { does: "scope" as const, asks: null }]]),
  };
  const month = monthOf(today);
  const compared: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
    [
      "cockpit's figures of a month and the one before",
      async () => sorted(await dayFigures(manager, span)),
      async () => sorted(await scanFigures(scan, project.id, span)),
    ],
    [
      "due and received, month by month for a year",
      async () => (await getCashIn(manager, today)).reduce((sum, one) => sum + one.due + one.received, 0),
      () => scanCash(scan, project.id, cashSpan),
    ],
    [
      "a seller's balances of a month",
      () => getBalances(reader as typeof manager, project.sellerId, month),
      () => scanBalances(project.sellerId, month),
    ],
  ];
  try {
    const rows: Row[] = [];
    for (const [name, summed, scanned] of compared) {
      demandEqual(name, await summed(), await scanned());
      const measured = await interleaved(
        rounds,
        () => milliseconds(summed),
        () => milliseconds(scanned),
      );
      rows.push(rowOf(`${name}, ${entries} ledger entries`, "ms", measured, { atMost: 0.1 }, "equal to the fen"));
    }
    return rows;
  } finally {
    await scan.end();
  }
}

/** A connection that takes no index. */
async function scanner(): Promise<Client> {
  const off = ["indexscan", "indexonlyscan", "bitmapscan"].map((one) => `-c enable_${one}=off`).join(" ");
  const client = new Client({ connectionString: process.env.DATABASE_URL, options: `-c TimeZone=UTC ${off}` });
  await client.connect();
  return client;
}

const FIGURES = `SELECT kind::text, "businessOn"::text AS on, sum(sign)::int AS count, sum(sign * "amountFen")::text AS amount,
    sum(sign * "areaCentiares")::text AS area, (count(*) FILTER (WHERE sign = 1))::int AS "grossCount",
    coalesce(sum("amountFen") FILTER (WHERE sign = 1), 0)::text AS "grossAmount",
    coalesce(sum("areaCentiares") FILTER (WHERE sign = 1), 0)::text AS "grossArea"
  FROM "Fact" WHERE "projectId" = $1 AND "businessOn" BETWEEN $2 AND $3 GROUP BY 1, 2`;
const CASH = `SELECT coalesce(sum(CASE kind WHEN 'RECEIPT' THEN 1 ELSE -1 END * sign * "amountFen"), 0)::text AS fen
  FROM "Fact" WHERE "projectId" = $1 AND "businessOn" BETWEEN $2 AND $3 AND kind IN ('RECEIPT', 'REFUND')`;
const DUE = `SELECT coalesce(sum("amountFen"), 0)::text AS fen FROM "Receivable"
  WHERE "projectId" = $1 AND "dueOn" BETWEEN $2 AND $3 AND "voidedAt" IS NULL`;

async function scanFigures(client: Client, projectId: string, { from, to }: Span) {
  const { rows } = await client.query(FIGURES, [projectId, from, to]);
  return rows.map(({ kind, on, count, amount, area, ...gross }) => ({
    ...{ kind, on, net: { count, amount: Number(amount), area: Number(area) } },
    gross: { count: gross.grossCount, amount: Number(gross.grossAmount), area: Number(gross.grossArea) },
  }));
}

async function scanCash(client: Client, projectId: string, { from, to }: Span): Promise<number> {
  const { rows: received } = await client.query(CASH, [projectId, from, to]);
  const { rows: due } = await client.query(DUE, [projectId, from, to]);
  return Number(received[0]?.fen) + Number(due[0]?.fen);
}

function sorted(figures: readonly { kind: string; on: string }[]): string[] {
  return figures.map((one) => JSON.stringify(one)).toSorted();
}

function demandEqual(what: string, value: unknown, scanned: unknown): void {
  const [own, other] = [JSON.stringify(value), JSON.stringify(scanned)];
  if (own !== other || own.length < 3)
    throw new Error(`${what} differ from the scan: ${own.slice(0, 200)} / ${other.slice(0, 200)}`);
}
