import { closeDb } from "~/platform/db.server";
import { runChecks } from "./verify/run-checks";

const checks = await runChecks();
const ok = checks.every((check) => check.ok);
if (process.argv.includes("--json")) console.log(JSON.stringify({ ok, checks }));
else {
  for (const { name, ok: holds, count, detail } of checks) {
    if (holds) console.error(`✓ ${name}${detail ? ` (${detail})` : ""}`);
    else console.error(`✗ ${name}: ${count}\n  ${detail.replaceAll("\n", "\n  ")}`);
  }
  console.error(ok ? "Everything holds." : "Something does not hold: see the lines marked ✗.");
}
await closeDb();
process.exitCode = ok ? 0 : 1;
