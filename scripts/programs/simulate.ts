import "~/composition.server";
import { z } from "zod";
import { closeDb } from "~/platform/db.server";
import { closeLive } from "~/platform/live.server";
import { openCutter } from "./simulation/connections";
import { simulate } from "./simulation/simulate";

const taskShape = z.object({
  seed: z.number().int(),
  steps: z.number().int(),
  story: z.boolean().default(false),
  json: z.boolean().default(false),
});

const { seed, steps, story, json } = taskShape.parse(JSON.parse(process.argv[2] ?? "{}"));
const cutter = await openCutter(process.env.DATABASE_URL ?? "");
const { history, ...report } = await simulate({ seed, steps, cutter });
await cutter.close();
if (story || !report.ok) for (const line of history) console.error(line);
if (json) console.log(JSON.stringify(report));
else {
  const { firstFailure, faults } = report;
  for (const wrong of firstFailure?.wrong ?? []) console.error(`✗ step ${firstFailure?.step}: ${wrong}`);
  console.error(
    `Seed ${seed}, ${report.steps} steps, ${JSON.stringify(faults)}: ${report.ok ? "all agree." : "wrong."}`,
  );
}
await closeLive();
await closeDb();
process.exitCode = report.ok ? 0 : 1;
