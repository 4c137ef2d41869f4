import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../scripts/migrate.mjs";
import { startPostgres } from "../../scripts/postgres.mjs";

// Imported first: what a crash may take is tried on a server that promises to lose nothing, and the product opens the
// database that is named when it is loaded.
export const home = mkdtempSync(join(tmpdir(), "loupan-crash-"));
chmodSync(home, 0o711);
export const postgres = await startPostgres({ home, durable: true });
await migrate(postgres.url);
process.env.DATABASE_URL = postgres.url;
process.env.LOUPAN_HOME = home;

export async function endPostgres(): Promise<void> {
  await postgres.stop();
  rmSync(postgres.dataDir, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
}
