import { Client } from "pg";
import { type Day, day } from "~/domain/calendar";
import { comparedPeriod, monthsAround, type Span } from "~/domain/report-period";
import { getCashIn } from "~/features/reports/cash-in.server";
import { dayFigures } from "~/features/reports/day-figures.server";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import { copyIn } from "./copy";
import { givenProject, givenStaff, type Project } from "./given";
import { interleaved, milliseconds, type Row, rowOf, seeded, type Task } from "./measure";

const TODAY = day("2026-06-30");
const DAYS = 3 * 365;
/** How often each comes among a hundred facts, and whether money comes with it. */
const MIX = [
  ...[
    ["VISIT_FIRST", 20, false],
    ["VISIT_REPEAT", 20, false],
    ["HOLD", 15, false],
    ["SUBSCRIPTION", 5, true],
  ],
  ...[
    ["CONTRACT", 5, true],
    ["RECEIPT", 32, true],
    ["REFUND", 3, true],
  ],
] as const;
const KINDS = MIX.flatMap(([kind, times, money]) => Array.from({ length: times as number }, () => ({ kind, money })));
const CHUNK = 25_000;

/** Figures by summary, against the scan of every fact that they are the sum of. */
export async function measureCockpit({ rounds, quick, full }: Task): Promise<Row[]> {
  const facts = full ? 1_000_000 : quick ? 20_000 : 200_000;
  const project = await givenProject("cockpit");
  const [reader] = (await givenStaff(project, "GM", 1)) as [Ctx];
  await givenFacts(project, reader.actorId, facts);
  const scan = await scanner();
  const { now, before } = comparedPeriod("MONTH", TODAY);
  const span = { from: before.from, to: now.to };
  const year = monthsAround(TODAY, 5, 6);
  const cashSpan = { from: year[0]?.from ?? TODAY, to: year.at(-1)?.to ?? TODAY };
  try {
    const figures = async () => sortedFigures(await dayFigures(reader, span));
    const scanned = async () => sortedFigures(await scanFigures(scan, project.id, span));
    demandEqual("figures", await figures(), await scanned());
    const cash = async () => (await getCashIn(reader, TODAY)).reduce((sum, { received }) => sum + received, 0);
    const scannedCash = () => scanCash(scan, project.id, cashSpan);
    demandEqual("cash", await cash(), await scannedCash());
    const goal = { atMost: 0.1 };
    const month = await interleaved(
      rounds,
      () => milliseconds(figures),
      () => milliseconds(scanned),
    );
    const half = await interleaved(
      rounds,
      () => milliseconds(cash),
      () => milliseconds(scannedCash),
    );
    const many = facts.toLocaleString("en-US").replaceAll(",", " ");
    return [
      rowOf(`cockpit's figures of a month and the one before, ${many} facts`, "ms", month, goal, "equal to the fen"),
      rowOf(`cash in, month by month for a year, ${many} facts`, "ms", half, goal, "equal to the fen"),
    ];
  } finally {
    await scan.end();
  }
}

/** Three years of facts by COPY, every twentieth takes an earlier one back. Each piece by a connection of its own. */
async function givenFacts(project: Project, userId: string, count: number): Promise<void> {
  const random = seeded(20_260_630);
  const { rows } = await pool.query(`SELECT nextval(pg_get_serial_sequence('"Fact"', 'seq'))::int AS seq`);
  const first = Number(rows[0]?.seq) + 1;
  const made: { kind: string; rest: string }[] = [];
  for (let from = 0; from < count; from += CHUNK) {
    const lines: string[] = [];
    for (let at = from; at < Math.min(count, from + CHUNK); at++) {
      const taken = at % 20 === 19 ? made[at - 10] : null;
      const fact = taken ?? factOf(random);
      made.push(fact);
      const on = dayBefore(Math.floor(random() * DAYS));
      const [sign, corrects] = taken ? [-1, first + at - 10] : [1, "\\N"];
      lines.push(
        [first + at, project.id, fact.kind, sign, corrects, on, `${on} 04:00:00+00`, fact.rest, userId].join("\t"),
      );
    }
    await inOwnConnection((client) =>
      copyIn(
        client,
        `"Fact" (seq, "projectId", kind, sign, "correctsSeq", "businessOn", "recordedAt", use, "amountFen",
        "areaCentiares", "userId")`,
        `${lines.join("\n")}\n`,
      ),
    );
  }
  await pool.query(`SELECT setval(pg_get_serial_sequence('"Fact"', 'seq'), $1)`, [first + count]);
  await pool.query(`VACUUM (ANALYZE) "Fact"`);
  await pool.query(`VACUUM (ANALYZE) "FactSummary"`);
}

function factOf(random: () => number): { kind: string; rest: string } {
  const { kind, money } = KINDS[Math.floor(random() * KINDS.length)] ?? { kind: "HOLD", money: false };
  const amount = money ? 1_000_000 + Math.floor(random() * 400_000_000) : 0;
  return { kind: String(kind), rest: ["RESIDENCE", amount, 7_000 + Math.floor(random() * 8_000)].join("\t") };
}

function dayBefore(days: number): Day {
  return day(new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10));
}

async function inOwnConnection(work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL, options: "-c TimeZone=UTC" });
  await client.connect();
  await work(client).finally(() => client.end());
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

async function scanFigures(client: Client, projectId: string, { from, to }: Span) {
  const { rows } = await client.query(FIGURES, [projectId, from, to]);
  return rows.map(({ kind, on, count, amount, area, ...gross }) => ({
    ...{ kind, on, net: { count, amount: Number(amount), area: Number(area) } },
    gross: { count: gross.grossCount, amount: Number(gross.grossAmount), area: Number(gross.grossArea) },
  }));
}

async function scanCash(client: Client, projectId: string, { from, to }: Span): Promise<number> {
  const { rows } = await client.query(CASH, [projectId, from, to]);
  return Number(rows[0]?.fen);
}

function sortedFigures(figures: readonly { kind: string; on: string }[]): string[] {
  return figures.map((one) => JSON.stringify(one)).toSorted();
}

function demandEqual(what: string, value: unknown, scanned: unknown): void {
  const [own, other] = [JSON.stringify(value), JSON.stringify(scanned)];
  if (own !== other || own.length < 3)
    throw new Error(`${what} differ from the scan: ${own.slice(0, 200)} / ${other.slice(0, 200)}`);
}
