import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "./child.mjs";
import { claim, release } from "./claim.mjs";
import { isFresh, stamp } from "./freshness.mjs";
import { ensureGenerated } from "./generated.mjs";
import { Halt } from "./halt.mjs";
import { until } from "./process-of.mjs";
import { ROOT } from "./root.mjs";

const SOURCES = ["app", "public", "server.ts", "prisma", "vite.config.ts", "remix.config.js", "tsconfig.json"].concat(
  "package-lock.json",
  "scripts/built.mjs",
  "scripts/words-by-page.ts",
  "scripts/programs",
  "scripts/bench",
);

const BUILD_LIMIT = 10 * 60_000;

/** Programs that run from the build, without a compiler at hand. */
const PROGRAMS = {
  server: "server.ts",
  seed: "prisma/seed.ts",
  import: "scripts/programs/import.ts",
  verify: "scripts/programs/verify.ts",
  simulate: "scripts/programs/simulate.ts",
  admin: "scripts/programs/admin.ts",
  token: "scripts/programs/token.ts",
  bench: "scripts/programs/bench.ts",
  durability: "scripts/programs/durability.ts",
};

/** Builds when the sources are newer than the build. Of two at once, one builds and the other waits. */
export async function ensureBuilt({ signal } = {}) {
  const fresh = () => existsSync(join(ROOT, "build", "server.mjs")) && isFresh("built", SOURCES);
  if (fresh()) return;
  const lock = join(ROOT, "node_modules", ".cache", "building");
  await until(() => signal?.aborted || claim(lock) === null, BUILD_LIMIT);
  try {
    if (!fresh()) await build({ signal });
  } finally {
    release(lock);
  }
}

/** Builds the pages (build/client, build/server) and the programs beside them. */
export async function build({ signal } = {}) {
  await ensureGenerated();
  console.error("Building …");
  rmSync(join(ROOT, "build"), { recursive: true, force: true });
  const remix = join(ROOT, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  const env = { NODE_ENV: "production" };
  const { code, output } = await runNode([remix, "vite:build", "--logLevel", "warn"], { env, signal, quiet: true });
  if (code !== 0) throw new Halt(`The pages could not be built:\n${output.split("watchFiles:")[0]}`);
  await bundlePrograms();
  stamp("built", SOURCES);
}

async function bundlePrograms() {
  const { build: bundle, stop } = await import("esbuild");
  const present = Object.entries(PROGRAMS).filter(([, file]) => existsSync(join(ROOT, file)));
  await bundle({
    entryPoints: Object.fromEntries(present.map(([name, file]) => [name, join(ROOT, file)])),
    outdir: join(ROOT, "build"),
    outExtension: { ".js": ".mjs" },
    absWorkingDir: ROOT,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
  });
  await stop();
}
