import { ensureInstalled } from "../installed.mjs";

export async function main(args) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    const only = onlyOf(args);
    await ensureInstalled();
    const { runTests } = await import("../test-run.mjs");
    await runTests(only, counts);
  } catch (error) {
    console.error(error.name === "Halt" ? error.message : error);
    counts.failed += 1;
  }
  if (counts.failed > 0) process.exitCode = 1;
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
}

function onlyOf(args) {
  const at = args.indexOf("--only");
  return at === -1 ? null : (args[at + 1] ?? "").split(",");
}
