import "~/composition.server";
import { z } from "zod";
import { closeDb } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import { cutConnections, killDatabase } from "./simulation/connections";
import { openHands, serveAsHand } from "./simulation/hands";
import { simulate } from "./simulation/simulate";
import { told } from "./simulation/told";

const taskShape = z.object({
  seed: z.number().int(),
  steps: z.number().int(),
  story: z.boolean().default(false),
  json: z.boolean().default(false),
  /** Nobody else's database is on its server, so that it may be killed. */
  alone: z.boolean().default(false),
});
const HANDS = 2;

if (process.argv[2] === "hand") serveAsHand();
else await main(process.argv[2] ?? "{}");

async function main(task: string): Promise<void> {
  const { seed, steps, story, json, alone } = taskShape.parse(JSON.parse(task));
  const url = process.env.DATABASE_URL ?? "";
  const hands = openHands(process.argv[1] ?? "", HANDS);
  const cuts = {
    cut: () => cutConnections(url),
    "process killed": hands.kill,
    ...(alone && { "database killed": () => killDatabase(url) }),
  };
  const { history, ...report } = await simulate({ seed, steps, carry: hands.carry, cuts });
  hands.close();
  for (const line of told({ ...report, history }, story)) console.error(line);
  if (json) console.log(JSON.stringify(report));
  await closeLive();
  await closeDb();
  process.exitCode = report.ok ? 0 : 1;
}
