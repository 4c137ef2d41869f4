import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pg from "pg";
import { Halt } from "../halt.mjs";
import { migrate } from "../migrate.mjs";
import { freePort } from "../postgres/postmaster.mjs";
import { processesIn } from "../process-of.mjs";
import { serve } from "../product.mjs";
import { ROOT } from "../root.mjs";

/**
 * A server of the built product on a database, with an office that has something to sell: both can be ended by
 * kill -9, and the server comes back under the same address.
 * @param {{ database: import("../postgres.mjs").Server & { home: string } }} options
 */
export async function setStage({ database }) {
  await migrate(database.url);
  const env = {
    ...{
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(await freePort()),
      PUBLIC_URL: "",
      LOG_LEVEL: "silent",
    },
    ...{ DATABASE_URL: database.url, DATABASE_DIRECT_URL: "", DATABASE_REPLICA_URL: "", SESSION_SECRETS: "" },
    ...{ DATA_KEYS: "", BACKUP_AT: "never", LOUPAN_HOME: join(database.home, "loupan") },
  };
  const given = JSON.parse((await program("durability", [], env)).output);
  const ending = new AbortController();
  const start = () => serve([join("build", "server.mjs")], { env, signal: ending.signal });
  let server = await start();
  const rows = (query, values) => ask(database.url, query, values);
  // The office itself is on disk, whatever the database promises.
  await rows("CHECKPOINT");
  return {
    given,
    rows,
    url: server.url,
    killServer: async () => {
      process.kill(server.pid, "SIGKILL");
      await server.ended;
      server = await start();
    },
    /** The postmaster and its children at once, as a machine that stops; its keeper starts it again. */
    killDatabase: async () => {
      for (const pid of [database.pid(), ...(processesIn(database.dataDir) ?? [])]) endNow(pid);
    },
    verify: async () => JSON.parse((await program("verify", ["--json"], env)).output),
    stop: () => server.stop(),
  };
}

async function ask(url, query, values) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(query, values)).rows;
  } finally {
    await client.end();
  }
}

function endNow(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It went with the others.
  }
}

async function program(name, args, env) {
  const child = spawn(process.execPath, [join(ROOT, "build", `${name}.mjs`), ...args], {
    ...{ cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] },
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (!output) throw new Halt(`The program ${name} ended with ${code} (see above).`);
  return { output, code };
}
