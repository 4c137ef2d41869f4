import { existsSync } from "node:fs";
import { join } from "node:path";
import { demandFree, listeningAddress } from "../address.mjs";
import { ensureInstalled } from "../installed.mjs";
import { ROOT } from "../root.mjs";
import { untilStopped } from "../until-stopped.mjs";

const note = (message) => console.error(message);

export async function main() {
  const settings = join(ROOT, ".env");
  if (existsSync(settings)) process.loadEnvFile(settings);
  const address = listeningAddress();
  await demandFree(address);
  await untilStopped(async (signal, onStop) => {
    await ensureInstalled({ signal });
    const [{ ensureGenerated }, { openDatabase, serve }, { ensureDemo }] = await Promise.all([
      import("../generated.mjs"),
      import("../product.mjs"),
      import("../demo.mjs"),
    ]);
    await ensureGenerated();
    const database = await openDatabase({ note });
    onStop(database.stop);
    await ensureDemo(database.url, { note, signal, seed: ["--import", "tsx", join(ROOT, "prisma", "seed.ts")] });
    const env = { NODE_ENV: "development", DATABASE_URL: database.url, HOST: address.host, PORT: String(address.port) };
    const server = await serve(["--import", "tsx", join(ROOT, "server.ts")], { env, signal });
    onStop(server.stop);
    console.log(`\nLoupan is ready for development: ${server.url}   (Ctrl-C stops it)`);
    return server.ended;
  });
}
