import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { env } from "./env.server";
import { once } from "./once.server";

/** Signs cookies; the first secret signs, all of them verify. */
export const sessionSecrets: string[] = once("session-secrets", () => env.sessionSecrets ?? [kept("session-secret")]);

/** `id:hex` keys for data at rest; the first encrypts, all of them decrypt. */
export const dataKeys: string[] = once("data-keys", () => env.dataKeys ?? [`k1:${kept("data-key")}`]);

/** Made on first use and kept, readable by its owner alone. Production gives its own by environment. */
function kept(name: string): string {
  const file = path.join(env.home, "secrets", name);
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
    } catch (error) {
      // Another process was first: its secret counts.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    chmodSync(file, 0o600);
  }
  return readFileSync(file, "utf8").trim();
}
