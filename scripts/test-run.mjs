import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./built.mjs";
import { runNode } from "./child.mjs";
import { ensureChromium } from "./chromium.mjs";
import { ensureGenerated } from "./generated.mjs";
import { Halt } from "./halt.mjs";
import { ROOT } from "./root.mjs";

const tool = (...path) => join(ROOT, "node_modules", ...path);

/** Checks that are one test each: they hold or they do not. */
const CHECKS = {
  types: [tool("typescript", "bin", "tsc"), "--noEmit"],
  lint: [tool("@biomejs", "biome", "bin", "biome"), "check", "."],
  layers: [tool("dependency-cruiser", "bin", "dependency-cruise.mjs"), "app", "--config", ".dependency-cruiser.cjs"],
};
const VITEST_PROJECTS = ["unit", "database", "scripts"];
const NAMES = [...Object.keys(CHECKS), ...VITEST_PROJECTS, "build", "browser"];

/**
 * Runs the tests and adds to the counts. The checks and the build go beside the tests in Node, for two cores; the
 * browser tests come after, when the machine is quiet and the build is there.
 * @param {string[] | null} only
 * @param {{ passed: number, failed: number, skipped: number }} counts
 */
export async function runTests(only, counts) {
  const unknown = only?.find((name) => !NAMES.includes(name));
  if (unknown !== undefined) throw new Halt(`--only knows no "${unknown}": give some of ${NAMES.join(" ")}.`);
  const wanted = (name) => only === null || only.includes(name);
  await ensureGenerated();
  const [built] = await Promise.all([runChecks(wanted, counts), runVitest(VITEST_PROJECTS.filter(wanted), counts)]);
  if (wanted("browser") && built) await runBrowser(counts);
}

async function runChecks(wanted, counts) {
  for (const [name, args] of Object.entries(CHECKS)) {
    if (wanted(name)) await check(name, counts, () => demandSuccess(args));
  }
  if (!wanted("build") && !wanted("browser")) return false;
  return check("build", counts, ensureBuilt);
}

async function demandSuccess(args) {
  const { code, output } = await runNode(args, { quiet: true });
  if (code !== 0) throw new Halt(output);
}

async function check(name, counts, work) {
  try {
    await work();
    counts.passed += 1;
    console.log(`✓ ${name}`);
    return true;
  } catch (error) {
    counts.failed += 1;
    console.log(`✗ ${name}\n${error.name === "Halt" ? error.message : error.stack}`);
    return false;
  }
}

async function runVitest(projects, counts) {
  if (projects.length === 0) return;
  const chosen = projects.map((name) => `--project=${name}`);
  await withReport(counts, vitestCounts, (report) =>
    runNode([
      ...[tool("vitest", "vitest.mjs"), "run", ...chosen, "--reporter=default", "--reporter=json"],
      `--outputFile.json=${report}`,
    ]),
  );
}

/** A file that does not load has no tests in the report, and is a failure all the same. */
function vitestCounts(report) {
  const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function runBrowser(counts) {
  const CHROMIUM_PATH = await ensureChromium();
  await withReport(counts, playwrightCounts, (report) =>
    runNode([tool("@playwright", "test", "cli.js"), "test", "--pass-with-no-tests", "--reporter=list,json"], {
      env: { CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    }),
  );
}

function playwrightCounts({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped };
}

/** Counts by the runner's own report. One that failed otherwise than by a test, or left no report, is one failure. */
async function withReport(counts, read, start) {
  const folder = mkdtempSync(join(tmpdir(), "loupan-report-"));
  const file = join(folder, "report.json");
  try {
    const { code } = await start(file);
    const found = read(JSON.parse(readFileSync(file, "utf8")));
    if (code !== 0 && found.failed === 0) found.failed = 1;
    for (const name of Object.keys(counts)) counts[name] += found[name];
  } catch (error) {
    counts.failed += 1;
    console.error(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
