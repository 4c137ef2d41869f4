import { pool } from "~/platform/db.server";
import { ask } from "./ask";
import { fullOffice } from "./full/full";
import { givenSession } from "./given";
import { interleaved, type Row, rate, rowOf, type Task } from "./measure";

const CLIENTS = 4;

/** Whole pages for somebody signed in, rendered by the server, against the same components over plain SQL. */
export async function measurePages({ server, pages, rounds, quick }: Task): Promise<Row[]> {
  const count = quick ? 24 : 120;
  const { project, manager, entries } = await fullOffice(quick);
  const headers = { Cookie: await givenSession(manager), "Accept-Encoding": "identity" };
  const base = `/onsite/${project.code}`;
  const rows: Row[] = [];
  for (const [name, path, needle] of await places(project.id, base)) {
    const page = async (at: string) => {
      const { status, body } = await ask(`${at}${path}`, { headers });
      if (status !== 200 || !body.includes(needle)) throw new Error(`${name} was answered ${status} without ${needle}`);
      return body;
    };
    const bytes = [(await page(server)).length, (await page(pages)).length];
    const measured = await interleaved(
      rounds,
      () => rate(CLIENTS, count, () => page(server)),
      () => rate(CLIENTS, count, () => page(pages)),
    );
    const note = `${bytes.map((one) => Math.round(one / 1024)).join(" and ")} KiB of HTML`;
    rows.push(
      rowOf(`${name}, ${CLIENTS} clients, ${entries} ledger entries`, "pages/s", measured, { atLeast: 0.75 }, note),
    );
  }
  return rows;
}

/** Each page by its address and a word that it must show: of a deal in the middle, and of its customer. */
async function places(projectId: string, base: string): Promise<[string, string, string][]> {
  const { rows } = await pool.query<{ dealId: string; customerId: string; name: string; tail: string }>(
    `SELECT d.id AS "dealId", d."customerId", p.name, t.tail FROM "Deal" d JOIN "ProjectCustomer" c ON c.id = d."customerId"
       JOIN "Person" p ON p.id = c."personId" JOIN "PersonPhone" t ON t."personId" = p.id
     WHERE d."projectId" = $1 AND d.stage = 'CONTRACTED' ORDER BY d.id
     OFFSET (SELECT count(*) / 2 FROM "Deal" WHERE "projectId" = $1 AND stage = 'CONTRACTED') LIMIT 1`,
    [projectId],
  );
  const { dealId = "", customerId = "", name = "" } = rows[0] ?? {};
  return [
    ["list of 50 customers", `${base}/customers`, "</table>"],
    ["search for a customer", `${base}/search?q=${encodeURIComponent(name)}`, name],
    ["page of a customer", `${base}/customers/${customerId}`, name],
    ["page of a deal", `${base}/deals/${dealId}`, name],
  ];
}
