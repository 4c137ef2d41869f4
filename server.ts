import "~/composition.server";
import { once as event } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type Express } from "express";
import type { ViteDevServer } from "vite";
import { mountApi } from "~/api/serve.server";
import { checkDataKeys } from "~/features/customers/check-data-keys.server";
import { mountBoardApi } from "~/features/units/board-http.server";
import { textsFor } from "~/i18n/catalogue.server";
import { startBackground } from "~/platform/background.server";
import { env, SettingsError } from "~/platform/env.server";
import { bodyWithinLimit } from "~/platform/http-body.server";
import { identifyRequest, securityHeaders } from "~/platform/http-headers.server";
import { serveHealth, timeRequests } from "~/platform/http-health.server";
import { ownOriginOnly } from "~/platform/http-origin.server";
import { log } from "~/platform/log.server";
import { tellingTrouble } from "~/platform/page-trouble.server";
import { closeAll, endStreams } from "~/platform/shutdown.server";

/** How long open requests may take after SIGTERM. */
const GRACE_MS = 10_000;

const app = express();
const server = createServer(app);
const vite = env.hotReload ? await startVite() : null;
app.disable("x-powered-by");
app.set("trust proxy", env.production ? 1 : false);
app.use(timeRequests, identifyRequest);
// Packed already, or a stream: it needs no compression, and as no browser shows it as a page, none of a page's headers.
mountBoardApi(app);
app.use(securityHeaders({ hotReload: vite !== null, https: env.publicUrl?.startsWith("https:") ?? false }));
serveHealth(app);
app.use(ownOriginOnly(env.publicUrl));
app.use(compression());
// No machine waits until a file of its name is looked for.
mountApi(app);
serveFiles(app, vite);
app.use(bodyWithinLimit);
app.all(
  "*",
  createRequestHandler({
    build: vite ? async () => tellingTrouble(await editedPages(vite)) : tellingTrouble(await builtPages()),
    getLoadContext: (req, res) => ({
      cspNonce: res.locals.cspNonce,
      requestId: res.locals.requestId,
      clientIp: req.ip ?? "",
    }),
    mode: vite ? "development" : "production",
  }),
);

server.listen(env.port, env.host);
await event(server, "listening").catch(explain);
await startBackground();
const { port } = server.address() as AddressInfo;
log.info({ host: env.host, port }, "listening");
process.send?.({ listening: { host: env.host, port, warnings: await warnings() } });
for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop(signal));

/** What the people who start the server should know at once; it works, but not with everything. */
async function warnings(): Promise<string[]> {
  const troubles = await checkDataKeys();
  for (const { keyId, people } of troubles) log.warn({ keyId, people }, "a data key does not open what it closed");
  return troubles.map(({ people, refusal }) => `${textsFor("en").refusal(refusal)} (${people} people)`);
}

/** The two ordinary reasons why an address cannot be listened on, in a sentence each. */
function explain(error: NodeJS.ErrnoException): never {
  const place = `${env.host}:${env.port}`;
  if (error.code === "EADDRINUSE")
    throw new SettingsError(`${place} is in use by another program; set PORT to another`);
  if (error.code === "EACCES" || error.code === "EADDRNOTAVAIL")
    throw new SettingsError(`${place} cannot be used on this machine; set HOST and PORT`);
  throw error;
}

/** No new requests, the open ones finish, then everything is closed. */
async function stop(signal: string): Promise<void> {
  log.info({ signal }, "stopping");
  const closed = event(server, "close");
  server.close();
  server.closeIdleConnections();
  await endStreams();
  const impatient = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(impatient);
  await vite?.close();
  await closeAll();
  process.exit(0);
}

async function startVite(): Promise<ViteDevServer> {
  const { createServer: createVite } = await import("vite");
  return createVite({ server: { middlewareMode: true, hmr: { server } }, appType: "custom" });
}

function editedPages(from: ViteDevServer): Promise<ServerBuild> {
  return from.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
}

async function builtPages(): Promise<ServerBuild> {
  // The path is joined at run time: the pages are a bundle of their own, made by Remix.
  return import(new URL("./server/index.js", import.meta.url).href);
}

function serveFiles(to: Express, dev: ViteDevServer | null): void {
  if (dev) {
    to.use(dev.middlewares);
    return;
  }
  // Names under /assets carry a hash of their content.
  to.use(
    "/assets",
    express.static(builtFile("./client/assets"), { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  to.use(express.static(builtFile("./client"), { maxAge: "1h" }));
}

function builtFile(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
