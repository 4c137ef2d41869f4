import { join } from "node:path";
import { ensureBuilt } from "../../scripts/built.mjs";
import { serve } from "../../scripts/product.mjs";

export type AppServer = Awaited<ReturnType<typeof startServer>>;

/** Builds the product unless it is built: a test of processes tests what people run. */
export async function productBuilt(): Promise<void> {
  await ensureBuilt();
}

/** One process of the built product on this test's database, on a free port. */
export async function startServer() {
  const env = { NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", PUBLIC_URL: "", LOG_LEVEL: "fatal" };
  const ending = new AbortController();
  const server = await serve([join("build", "server.mjs")], { env, signal: ending.signal });
  const kill = async (): Promise<void> => {
    process.kill(server.pid, "SIGKILL");
    await server.ended;
  };
  return { ...server, kill };
}
