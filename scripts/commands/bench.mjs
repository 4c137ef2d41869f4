import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { machineLine, markdownOf } from "../bench/report.mjs";
import { Halt } from "../halt.mjs";
import { ensureInstalled } from "../installed.mjs";
import { optionsOf } from "../program.mjs";
import { ROOT } from "../root.mjs";

const note = (message) => console.error(message);
const GROUPS = ["holds", "race", "board", "payments", "cockpit", "import"];

export async function main(args) {
  const task = taskOf(args);
  await ensureInstalled();
  const { ensureBuilt } = await import("../built.mjs");
  await ensureBuilt();
  const machine = machineLine();
  await measure(task, ({ rows, postgres }) => tell(task, args, `${machine}, PostgreSQL ${postgres}`, rows));
}

function tell(task, args, machine, rows) {
  const report = { machine, rounds: task.rounds, rows };
  if (!task.quick && task.groups.length === GROUPS.length) {
    mkdirSync(join(ROOT, "docs"), { recursive: true });
    writeFileSync(join(ROOT, "docs", "benchmarks.md"), markdownOf(report, args));
    note("Written: docs/benchmarks.md");
  } else if (!task.json) note(markdownOf(report, args));
  if (task.json) console.log(JSON.stringify(report));
}

function taskOf(args) {
  const flag = { type: "boolean" };
  const options = { quick: flag, full: flag, only: { type: "string" }, rounds: { type: "string" } };
  const { quick = false, full = false, only, rounds, json = false } = optionsOf("bench", args, options);
  if (only && !GROUPS.includes(only)) throw new Halt(`--only takes one of: ${GROUPS.join(", ")}.`);
  const count = Number(rounds ?? (quick ? 3 : 5));
  if (!Number.isInteger(count) || count < 1 || count > 99) throw new Halt("--rounds takes a number from 1 to 99.");
  return { quick, full, json, rounds: count, groups: only ? [only] : GROUPS };
}

/**
 * The product's server, the bare one and the program that measures, all on one durable database that goes with us. The
 * result is told before all of it is stopped: what was measured is not lost to a stop that fails.
 */
async function measure(task, tellResult) {
  const [{ temporaryPostgres }, { migrate }, { serve }] = await Promise.all([
    import("../postgres.mjs"),
    import("../migrate.mjs"),
    import("../product.mjs"),
  ]);
  const ending = new AbortController();
  const database = await temporaryPostgres({ durable: true, settings: { max_connections: 200 }, note });
  try {
    await migrate(database.url);
    const env = {
      ...{ NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", PUBLIC_URL: "", LOG_LEVEL: "fatal" },
      ...{ DATABASE_URL: database.url, DATABASE_DIRECT_URL: "", DATABASE_REPLICA_URL: "" },
      ...{ LOUPAN_HOME: join(database.home, "loupan"), SESSION_SECRETS: "", DATA_KEYS: "", BACKUP_AT: "never" },
    };
    const server = await serve([join("build", "server.mjs")], { env, signal: ending.signal });
    const bare = await serve([join("scripts", "bench", "bare-server.mjs")], { env, signal: ending.signal });
    try {
      tellResult(await program({ ...task, server: server.url, bare: bare.url }, env));
    } finally {
      await Promise.all([server.stop(), bare.stop()]);
    }
  } finally {
    await database.stop();
  }
}

async function program(task, env) {
  const child = spawn(process.execPath, [join(ROOT, "build", "bench.mjs"), JSON.stringify(task)], {
    ...{ cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] },
  });
  const [answer, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code !== 0) throw new Halt("The measuring ended early (see above).");
  return JSON.parse(answer);
}
