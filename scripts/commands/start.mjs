import { existsSync } from "node:fs";
import { join } from "node:path";
import { demandFree, listeningAddress } from "../address.mjs";
import { ensureInstalled } from "../installed.mjs";
import { ROOT } from "../root.mjs";
import { untilStopped } from "../until-stopped.mjs";

const note = (message) => console.error(message);

export async function main(args) {
  const settings = join(ROOT, ".env");
  if (existsSync(settings)) process.loadEnvFile(settings);
  const address = listeningAddress();
  await demandFree(address);
  await untilStopped(async (signal, onStop) => {
    await ensureInstalled({ signal });
    const [{ ensureBuilt }, { openDatabase, serve }, { ensureDemo, demoSignIns }] = await Promise.all([
      import("../built.mjs"),
      import("../product.mjs"),
      import("../demo.mjs"),
    ]);
    const database = await openDatabase({ note });
    onStop(database.stop);
    await ensureBuilt({ signal });
    const demo = await ensureDemo(database.url, { note, signal });
    const env = { NODE_ENV: "production", DATABASE_URL: database.url, HOST: address.host, PORT: String(address.port) };
    const server = await serve(["--enable-source-maps", join(ROOT, "build", "server.mjs")], { env, signal });
    onStop(server.stop);
    announce(server, demo ? demoSignIns() : null, args.includes("--json"));
    return server.ended;
  });
}

function announce({ url, warnings }, demo, json) {
  for (const warning of warnings) console.error(`\nWarning: ${warning}`);
  if (json) {
    console.log(JSON.stringify({ url, demo, warnings }));
    return;
  }
  console.log(`\nLoupan is ready: ${url}   (Ctrl-C stops it)`);
  if (!demo) return;
  console.log(`\nDemo sign-ins, password ${demo.password}:\n  ${demo.staff.join(" ")}`);
  console.log(`Demo buyers sign in by phone, ${demo.buyer} and up; their codes appear in the outbox.`);
}
