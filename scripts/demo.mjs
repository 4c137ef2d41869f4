import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { runNode } from "./child.mjs";
import { Halt } from "./halt.mjs";
import { migrate } from "./migrate.mjs";
import { QUIET } from "./product.mjs";
import { ROOT } from "./root.mjs";

const SEED = [join(ROOT, "build", "seed.mjs")];
const PASSWORD = "loupan-demo";
const STAFF =
  "receptionist consultant consultant2 controller manager director gm cashier accountant finance clerk mortgage " +
  "planner service engineer channel contractor property analyst admin";

/** Stands in the database while the demo is being written: one that was cut off is begun anew. */
const MARK = "demo_being_written";

/**
 * Fills an empty database with the demo, unless this is production or DEMO=never.
 * @param {string} url
 * @param {{ note: (message: string) => void, signal?: AbortSignal, seed?: string[] }} options seed: the program that writes it
 * @returns {Promise<boolean>} whether the database holds the demo
 */
export async function ensureDemo(url, { note, signal, seed = SEED }) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    const state = await stateOf(client);
    const wanted = !process.env.PUBLIC_URL && process.env.DEMO !== "never" && existsSync(seed.at(-1));
    if (state.cutOff) {
      note("The demo was cut off while it was written; it is begun anew.");
      await client.query(`DROP SCHEMA public CASCADE; CREATE SCHEMA public; DROP SCHEMA ${MARK}`);
      await migrate(url);
    } else if (!state.empty) {
      return state.demo;
    }
    if (!wanted) return false;
    await client.query(`CREATE SCHEMA ${MARK}`);
    note("Writing the demo …");
    const { code } = await runNode([QUIET, ...seed], { env: { DATABASE_URL: url, NODE_ENV: "production" }, signal });
    if (code !== 0) throw new Halt("The demo could not be written (see above): report it, or start with DEMO=never.");
    await client.query(`DROP SCHEMA ${MARK}`);
    return true;
  } finally {
    await client.end();
  }
}

async function stateOf(client) {
  const { rows } = await client.query(
    `SELECT NOT EXISTS (SELECT FROM "Company") AS empty,
            EXISTS (SELECT FROM "Company" WHERE demo) AS demo,
            EXISTS (SELECT FROM pg_namespace WHERE nspname = $1) AS "cutOff"`,
    [MARK],
  );
  return rows[0];
}

/** What a person needs to look around in the demo. */
export function demoSignIns() {
  return { staff: STAFF.split(" "), password: PASSWORD, buyer: "13800000001" };
}
