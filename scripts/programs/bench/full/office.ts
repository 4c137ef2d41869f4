import { Client } from "pg";
import { businessDay, type Day } from "~/domain/calendar";
import { tokensOf } from "~/features/projects/search-words";
import type { Ctx } from "~/platform/context.server";
import { db, pool } from "~/platform/db.server";
import { asStaff, givenProject, givenStaff, type Project } from "../given";
import { PER_DEAL, ROWS, SUMS } from "./rows";

/** Full size: 100 000 customers, 300 000 visits, 20 000 units, 15 000 deals, a million ledger entries. */
export const FULL_DEALS = 15_000;
const CODE = "full";
const UNITS_PER_BUILDING = 400;
const STAFF = 60;
/** As many connections as the machine has processors to spare for the database. */
const AT_ONCE = 2;

export type Office = { project: Project; consultants: Ctx[]; manager: Ctx; cashier: Ctx; today: Day; deals: number };

/** Who and where, kept beside the data: each group is measured by a process of its own. */
type Kept = {
  project: Project;
  consultants: string[];
  manager: string[];
  cashier: string[];
  today: Day;
  deals: number;
};

/** The one office of this database, grown to so many deals with all that belongs to them. */
export async function officeOf(deals: number): Promise<Office> {
  const office = (await findOffice()) ?? (await openOffice());
  if (office.deals >= deals) return office;
  await grow(office, deals);
  await pool.query(`UPDATE bench.office SET kept = jsonb_set(kept, '{deals}', to_jsonb($1::int))`, [deals]);
  return { ...office, deals };
}

async function findOffice(): Promise<Office | null> {
  const { rows } = await pool.query<{ there: string | null }>(`SELECT to_regclass('bench.office') AS there`);
  if (!rows[0]?.there) return null;
  const { rows: found } = await pool.query<{ kept: Kept }>("SELECT kept FROM bench.office");
  return found[0] ? officeFrom(found[0].kept) : null;
}

function officeFrom({ project: stored, ...kept }: Kept): Office {
  const project = { ...stored, now: new Date(stored.now) };
  const [manager] = asStaff(project, "GM", kept.manager) as [Ctx];
  const [cashier] = asStaff(project, "CASHIER", kept.cashier) as [Ctx];
  return { ...kept, project, manager, cashier, consultants: asStaff(project, "CONSULTANT", kept.consultants) };
}

/** How many rows of the kind that the name says an office of so many deals has. */
export function sizeOf(deals: number) {
  const customers = Math.floor((deals * 20) / 3);
  const paying = deals - Math.ceil(deals / 30);
  return {
    customers,
    visits: 3 * customers,
    units: Math.floor((deals * 4) / 3),
    entries: paying * (1 + 2 * PER_DEAL.payments),
  };
}

async function openOffice(): Promise<Office> {
  const project = await givenProject(CODE);
  const idsOf = (staff: readonly Ctx[]) => staff.map(({ actorId }) => actorId);
  const consultants = idsOf(await givenStaff(project, "CONSULTANT", STAFF));
  const manager = idsOf(await givenStaff(project, "GM", 1));
  const cashier = idsOf(await givenStaff(project, "CASHIER", 1));
  const buildings = Math.ceil(sizeOf(FULL_DEALS).units / UNITS_PER_BUILDING);
  for (let no = 1; no <= buildings; no++) {
    await db.building.create({
      data: { projectId: project.id, phaseId: project.phaseId, name: `${no + 1}栋`, position: no + 1 },
    });
  }
  await pool.query(`CREATE SCHEMA bench;
    CREATE TABLE bench.staff (no int PRIMARY KEY, "userId" uuid);
    CREATE TABLE bench.seller ("sellerId" uuid, "accountId" uuid);
    CREATE TABLE bench.building (no int PRIMARY KEY, id uuid, "permitId" uuid);
    CREATE TABLE bench.name (no int PRIMARY KEY, name text, tokens text[]);
    CREATE TABLE bench.office (kept jsonb)`);
  await pool.query(`INSERT INTO bench.staff SELECT at - 1, id FROM unnest($1::uuid[]) WITH ORDINALITY AS u(id, at)`, [
    consultants,
  ]);
  await pool.query(`INSERT INTO bench.seller VALUES ($1, $2)`, [project.sellerId, project.accountId]);
  await pool.query(
    `INSERT INTO bench.building SELECT position - 2, id, $2 FROM "Building" WHERE "projectId" = $1 AND position > 1`,
    [project.id, project.permitId],
  );
  const names = peoplesNames().map((name, no) => ({ no, name, tokens: tokensOf(name) }));
  await pool.query(
    `INSERT INTO bench.name SELECT no, name, ARRAY(SELECT jsonb_array_elements_text(tokens))
     FROM jsonb_to_recordset($1::jsonb) AS n(no int, name text, tokens jsonb)`,
    [JSON.stringify(names)],
  );
  const kept = { project, consultants, manager, cashier, today: businessDay(project.now), deals: 0 };
  await pool.query("INSERT INTO bench.office VALUES ($1)", [JSON.stringify(kept)]);
  return officeFrom(kept);
}

/** Three thousand names: 30 surnames with 100 given names. */
function peoplesNames(): string[] {
  const surnames = [..."王李张刘陈杨黄赵周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹"];
  const given = [..."伟芳娜敏静丽强磊军洋"].flatMap((one) => [..."明华建国文志玉秀海春"].map((two) => two + one));
  return surnames.flatMap((surname) => given.map((name) => surname + name));
}

/**
 * Writes the rows of the deals that are missing. Guards and foreign keys sleep in these connections alone, so that a
 * million entries take a minute; what triggers would have summed up is summed up at the end, and `demandConsistent` in
 * full.ts asks the product's own checks whether every rule holds on it.
 */
async function grow({ project, today, deals: from }: Office, to: number): Promise<void> {
  const piece = Math.ceil((to - from) / AT_ONCE);
  const pieces = Array.from({ length: AT_ONCE }, (_, at) => [from + at * piece, Math.min(to, from + (at + 1) * piece)]);
  await Promise.all(
    pieces.map(([first, last]) =>
      withoutGuards(async (client) => {
        for (const text of ROWS) await client.query(filled(text, [project.id, today, first, last]));
      }),
    ),
  );
  await withoutGuards(async (client) => {
    for (const text of SUMS) await client.query(filled(text, [project.id]));
  });
  await pool.query("VACUUM (ANALYZE)");
}

/** Values in their places. None comes from outside. */
function filled(text: string, values: readonly unknown[]): string {
  return text.replaceAll(/\$(\d)/g, (_, at) => `'${values[Number(at) - 1]}'`);
}

async function withoutGuards(work: (client: Client) => Promise<void>): Promise<void> {
  const options = "-c TimeZone=UTC -c session_replication_role=replica -c work_mem=64MB";
  const client = new Client({ connectionString: process.env.DATABASE_URL, options });
  await client.connect();
  try {
    await client.query("BEGIN");
    await work(client);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}
