import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runNode } from "../child.mjs";
import { Halt } from "../halt.mjs";
import { ensureInstalled } from "../installed.mjs";
import { optionsOf } from "../program.mjs";
import { ROOT } from "../root.mjs";

export async function main(args) {
  const options = optionsOf("simulate", args, {
    seed: { type: "string", default: "1" },
    steps: { type: "string", default: "500" },
    story: { type: "boolean" },
  });
  const task = { ...options, seed: wholeOf("seed", options.seed), steps: wholeOf("steps", options.steps) };
  const settings = join(ROOT, ".env");
  if (existsSync(settings)) process.loadEnvFile(settings);
  await ensureInstalled();
  const [{ ensureBuilt }, { migrate }, { QUIET }] = await Promise.all([
    import("../built.mjs"),
    import("../migrate.mjs"),
    import("../product.mjs"),
  ]);
  await ensureBuilt();
  const database = await emptyDatabase();
  const home = mkdtempSync(join(tmpdir(), "loupan-simulation-"));
  try {
    await migrate(database.url);
    const { code } = await runNode(
      [QUIET, join(ROOT, "build", "simulate.mjs"), JSON.stringify({ ...task, alone: !process.env.DATABASE_URL })],
      {
        env: { NODE_ENV: "production", DATABASE_URL: database.url, LOUPAN_HOME: home, PUBLIC_URL: "" },
        answers: true,
      },
    );
    process.exitCode = code;
  } finally {
    await database.stop();
    rmSync(home, { recursive: true, force: true });
  }
}

function wholeOf(name, text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new Halt(`--${name} is a whole number, not "${text}".`);
  return number;
}

/** A temporary server's database, or a new one on the server of DATABASE_URL; gone afterwards. */
async function emptyDatabase() {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL) return beside(DATABASE_URL);
  const { temporaryPostgres } = await import("../postgres.mjs");
  // It is killed on the way and must have what it acknowledged.
  return temporaryPostgres({ durable: true });
}

async function beside(address) {
  const { default: pg } = await import("pg");
  const name = `loupan_simulation_${process.pid}`;
  const ask = async (statement) => {
    const client = new pg.Client({ connectionString: address });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await ask(`CREATE DATABASE ${name}`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => ask(`DROP DATABASE ${name} WITH (FORCE)`) };
}
