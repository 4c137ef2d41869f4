import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { temporaryPostgres } from "../postgres.mjs";
import { startLoad } from "./load.mjs";
import { setStage } from "./stage.mjs";

const WRITERS = 8;
/** Under load for so long, at most, before the next kill. */
const LONGEST_CALM = 400;
/** Acknowledged writes wait in memory, and for long enough that a kill meets some. */
const UNSAFE = { synchronous_commit: "off", wal_writer_delay: "10s" };

/**
 * Kills the database and the server in turn under write load, then counts what was acknowledged and is not there.
 * @param {{ kills: number, binDir?: string, safe: boolean, note: (message: string) => void }} options safe: false for
 *   the control, whose database acknowledges before it has written
 */
export async function playKills({ kills, binDir, safe, note }) {
  const database = await temporaryPostgres({ durable: true, binDir, settings: safe ? {} : UNSAFE });
  try {
    const stage = await setStage({ database });
    const load = startLoad({ url: stage.url, given: stage.given, writers: WRITERS });
    const waits = { database: [], server: [] };
    for (let at = 0; at < 2 * kills; at++) {
      const what = at % 2 === 0 ? "database" : "server";
      await load.nextGood();
      await pause(randomInt(LONGEST_CALM));
      waits[what].push(await killed(stage, load, what));
      if (at % 20 === 19) note(`${at + 1} kills, ${load.acknowledged.length} writes acknowledged`);
    }
    await load.nextGood();
    await load.stop();
    const counted = await count(stage, load);
    await stage.stop();
    return { kills: { database: kills, server: kills }, ...counted, firstGoodMs: spreadOf(waits) };
  } finally {
    await database.stop();
  }
}

/** Milliseconds from the kill to the first write that was sent after it and acknowledged. */
async function killed({ killDatabase, killServer }, load, what) {
  const good = load.nextGood();
  await (what === "database" ? killDatabase : killServer)();
  return good;
}

async function count({ rows, verify }, { acknowledged, refused }) {
  const [{ version }] = await rows("SELECT current_setting('server_version') AS version");
  let lost = 0;
  let doubled = 0;
  for (const table of ["Deal", "Payment"]) {
    const ids = acknowledged.filter((one) => one.table === table).map(({ id }) => id);
    const [{ found, all }] = await rows(
      `SELECT count(*) FILTER (WHERE id = ANY ($1::uuid[]))::int AS found, count(*)::int AS all FROM "${table}"`,
      [ids],
    );
    lost += new Set(ids).size - found;
    doubled += all - found;
  }
  const { ok: verified, checks } = await verify();
  const violations = checks.filter(({ ok }) => !ok);
  return {
    postgres: version,
    acknowledged: acknowledged.length,
    refused: refused.length,
    lost,
    doubled,
    verified,
    violations,
  };
}

function spreadOf(waits) {
  const spread = (all) => {
    const sorted = all.map(Math.round).sort((a, b) => a - b);
    return { median: sorted[Math.floor(sorted.length / 2)], most: sorted.at(-1) };
  };
  return { database: spread(waits.database), server: spread(waits.server) };
}
