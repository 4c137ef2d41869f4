import pg from "pg";
import { Halt } from "./halt.mjs";

const OLDEST = 15;
const PATIENCE = 10_000;

/**
 * Makes sure that the PostgreSQL at an address given by hand can be used, or says what is wrong with it.
 * @param {string} url
 * @param {string} setting the name of the setting that holds it
 */
export async function demandUsable(url, setting = "DATABASE_URL") {
  const address = parse(url, setting);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
    );
    const fault = faultOf(rows[0]);
    if (fault) throw new Halt(`${setting}: ${fault}`);
  } catch (error) {
    throw error instanceof Halt ? error : new Halt(`${setting}: ${sentenceFor(error, address)}`);
  } finally {
    await client.end().catch(() => {});
  }
}

/** What keeps a server from being used: its version (as server_version_num) or encoding; null when nothing does. */
export function faultOf({ version, encoding }) {
  const major = Math.floor(version / 10_000);
  if (major < OLDEST) return `this is PostgreSQL ${major}, which is too old: use ${OLDEST} or newer.`;
  if (encoding !== "UTF8") return `the database is encoded in ${encoding}: create one with ENCODING 'UTF8'.`;
  return null;
}

function parse(url, setting) {
  try {
    const address = new URL(url);
    if (/^postgres(ql)?:$/.test(address.protocol)) return address;
  } catch {
    // Said below.
  }
  throw new Halt(`${setting} is not an address such as postgresql://user:password@host:5432/loupan: correct it.`);
}

function sentenceFor(error, { hostname, port, username, pathname }) {
  const server = `${hostname || "localhost"}:${port || 5432}`;
  const database = decodeURIComponent(pathname.slice(1));
  switch (error.code) {
    case "28P01":
    case "28000":
      return `the server at ${server} refuses the user "${decodeURIComponent(username)}" or the password: correct them.`;
    case "3D000":
      return `the server at ${server} has no database "${database}": create it (createdb -E UTF8 ${database}).`;
    case "53300":
      return `the server at ${server} has no connection left: raise max_connections or close others.`;
    default:
      return `no PostgreSQL answers at ${server} (${error.code ?? error.message}): start it or correct the address.`;
  }
}
