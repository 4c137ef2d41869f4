import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export type Product = { url: string; home: string; process: ChildProcess; stop: () => Promise<void> };

/**
 * The built product as a person starts it, with its own database and demo in a temporary folder, on a free port.
 * Fails with what the product said when it does not come up.
 */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const home = mkdtempSync(join(tmpdir(), "loupan-product-"));
  // The database server of root runs as another user, who must be able to walk through.
  chmodSync(home, 0o711);
  const child = spawn(process.execPath, ["scripts/start.mjs", "--json"], {
    env: {
      ...process.env,
      DATABASE_URL: "",
      PUBLIC_URL: "",
      LOG_LEVEL: "warn",
      HOST: "127.0.0.1",
      PORT: "0",
      LOUPAN_HOME: home,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said = (said + text).slice(-20_000);
  });
  const ended = once(child, "exit");
  const ready = once(createInterface({ input: child.stdout }), "line") as Promise<[string]>;
  const first = await Promise.race([ready, ended.then(() => null)]);
  if (!first) {
    rmSync(home, { recursive: true, force: true });
    throw new Error(`The product did not start:\n${said}`);
  }
  const { url } = JSON.parse(first[0]) as { url: string };
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  return { url, home, process: child, stop };
}
