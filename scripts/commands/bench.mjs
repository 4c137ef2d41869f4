import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { keepGroup } from "../bench/keep.mjs";
import { idleMemory, processRows } from "../bench/process.mjs";
import { figuresOf, loadNow, machineLine } from "../bench/report.mjs";
import { Halt } from "../halt.mjs";
import { ensureInstalled } from "../installed.mjs";
import { optionsOf } from "../program.mjs";
import { ROOT } from "../root.mjs";

const note = (message) => console.error(message);
/** In this order: what needs the office at full size comes after it has grown. */
const GROUPS = ["holds", "race", "board", "payments", "viewers", "import", "growth", "reports", "pages", "process"];

export async function main(args) {
  const task = taskOf(args);
  await ensureInstalled();
  const { ensureBuilt } = await import("../built.mjs");
  await ensureBuilt();
  const measured = {};
  const failed = await measure(task, (group, result) => {
    measured[group] = result;
    if (!task.quick) keepGroup(group, result);
  });
  if (task.json) console.log(JSON.stringify(answerOf(task, measured)));
  else note(figuresOf(measured));
  if (failed.length > 0) throw new Halt(`Not measured (see above): ${failed.join(", ")}.`);
}

/** All rows in one list, each with its group and how busy the machine was before it. */
function answerOf({ rounds }, measured) {
  const groups = Object.entries(measured);
  const rows = groups.flatMap(([group, { load, rows }]) => rows.map((row) => ({ ...row, group, load })));
  return { machine: groups[0]?.[1].machine ?? machineLine(), rounds, rows };
}

function taskOf(args) {
  const options = { quick: { type: "boolean" }, only: { type: "string" }, rounds: { type: "string" } };
  const { quick = false, only, rounds, json = false } = optionsOf("bench", args, options);
  const asked = only?.split(",") ?? GROUPS;
  if (!asked.every((one) => GROUPS.includes(one))) throw new Halt(`--only takes of these: ${GROUPS.join(", ")}.`);
  const count = Number(rounds ?? (quick ? 3 : 5));
  if (!Number.isInteger(count) || count < 1 || count > 99) throw new Halt("--rounds takes a number from 1 to 99.");
  return { quick, json, rounds: count, groups: GROUPS.filter((one) => asked.includes(one)) };
}

/**
 * The product's server, the limits' and the programs that measure, all on one durable database that goes with us. Each
 * group is a program of its own and told when it ends: one that fails takes no other with it. Returns which failed.
 */
async function measure(task, tell) {
  const [{ temporaryPostgres }, { migrate }, { serve }] = await Promise.all([
    import("../postgres.mjs"),
    import("../migrate.mjs"),
    import("../product.mjs"),
  ]);
  const ending = new AbortController();
  const settings = { max_connections: 300, shared_buffers: "1GB", max_wal_size: "8GB" };
  const database = await temporaryPostgres({ durable: true, settings, note });
  try {
    const { postgres } = await migrate(database.url).then(() => versionOf(database.url));
    const env = environmentOn(database);
    const open = (...file) => serve([join(...file)], { env, signal: ending.signal });
    const began = performance.now();
    const server = await open("build", "server.mjs");
    const started = { milliseconds: performance.now() - began, idle: await idleMemory(server.pid) };
    const limits = await Promise.all([
      open("scripts", "bench", "bare-server.mjs"),
      open("scripts", "bench", "page-server.mjs"),
    ]);
    try {
      const [bare, pages] = limits;
      const urls = { server: server.url, bare: bare.url, pages: pages.url };
      const failed = [];
      for (const group of task.groups) {
        const machine = `${machineLine()}, PostgreSQL ${postgres}`;
        const about = { machine, load: loadNow(), rounds: task.rounds };
        note(`Measuring: ${group} …`);
        const rows =
          group === "process"
            ? processRows(started, await idleMemory(server.pid))
            : await program(group, { ...task, ...urls }, env);
        if (rows) tell(group, { ...about, rows });
        else failed.push(group);
      }
      return failed;
    } finally {
      await Promise.all([server, ...limits].map((one) => one.stop()));
    }
  } finally {
    await database.stop();
  }
}

function environmentOn(database) {
  return {
    ...{ NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", PUBLIC_URL: "", LOG_LEVEL: "fatal" },
    ...{ DATABASE_URL: database.url, DATABASE_DIRECT_URL: "", DATABASE_REPLICA_URL: "" },
    ...{ LOUPAN_HOME: join(database.home, "loupan"), SESSION_SECRETS: "", DATA_KEYS: "", BACKUP_AT: "never" },
  };
}

async function versionOf(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("SHOW server_version").finally(() => client.end());
  return { postgres: rows[0].server_version };
}

/** The rows of one group; null where its program failed. */
async function program(group, task, env) {
  const child = spawn(process.execPath, [join(ROOT, "build", "bench.mjs"), group, JSON.stringify(task)], {
    ...{ cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "inherit"] },
  });
  const [answer, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return code === 0 ? JSON.parse(answer) : null;
}
