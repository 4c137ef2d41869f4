import { existsSync } from "node:fs";
import { join } from "node:path";
import { Halt } from "../halt.mjs";
import { ensureInstalled } from "../installed.mjs";
import { optionsOf } from "../program.mjs";

/** From the kill to the first write that is acknowledged again, on a machine that has nothing else to do. */
const FIRST_GOOD_LIMIT_MS = 5_000;
const note = (message) => console.error(message);

export async function main(args) {
  const options = optionsOf("durability", args, {
    kills: { type: "string", default: "50" },
    postgres: { type: "string" },
    control: { type: "boolean" },
  });
  const kills = Number(options.kills);
  if (!Number.isInteger(kills) || kills < 1) throw new Halt("--kills takes a whole number above zero.");
  const binDir = options.postgres;
  if (binDir && !existsSync(join(binDir, "postgres"))) throw new Halt(`There is no program "postgres" in ${binDir}.`);
  await ensureInstalled();
  const [{ ensureBuilt }, { playKills }, { playLimits }] = await Promise.all([
    import("../built.mjs"),
    import("../durability/kills.mjs"),
    import("../durability/limits.mjs"),
  ]);
  await ensureBuilt();
  const killed = await playKills({ kills, binDir, safe: !options.control, note });
  const limits = options.control ? {} : await playLimits({ binDir, note });
  const inTime = Object.values(killed.firstGoodMs).every(({ most }) => most <= FIRST_GOOD_LIMIT_MS);
  const held = inTime && killed.lost === 0 && killed.doubled === 0 && killed.verified && killed.refused === 0;
  const ok = options.control ? killed.lost > 0 : held && Object.values(limits).every((one) => one.skipped || one.ok);
  const report = { ok, ...killed, ...limits };
  if (options.json) console.log(JSON.stringify(report));
  else note(JSON.stringify(report, null, 2));
  process.exitCode = ok ? 0 : 1;
}
