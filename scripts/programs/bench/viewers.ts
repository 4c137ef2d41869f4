import { get, type IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { newId } from "~/platform/id.server";
import { ask } from "./ask";
import { givenCustomers, givenProject, givenStaff, givenToken, givenUnits } from "./given";
import { figureOf, quantile, type Row, type Task } from "./measure";

const PER_SECOND = 20;
const EACH = 4;
/** After the last change, so long for the last viewer to see it. */
const PATIENCE_MS = 15_000;

type Seen = Map<string, number>;

/** Many look at one board while homes are taken: each sees each, how soon, and the server's memory at both ends. */
export async function measureViewers({ server, quick }: Task): Promise<Row[]> {
  const [viewers, seconds] = quick ? [30, 4] : [300, 30];
  const project = await givenProject("viewers");
  const changes = PER_SECOND * seconds;
  const units = await givenUnits(project, changes);
  const consultants = await givenStaff(project, "CONSULTANT", Math.ceil(changes / EACH));
  const customers = await givenCustomers(project, consultants);
  const tokens = await Promise.all(consultants.map(givenToken));
  const board = `${server}/api/v1/projects/${project.id}/board`;
  const first = await ask(board, { headers: { Authorization: `Bearer ${tokens[0]}` } });
  const { version } = JSON.parse(first.body.toString()) as { version: number };
  const seen: Seen[] = Array.from({ length: viewers }, () => new Map());
  const streams = await Promise.all(
    seen.map((one) => follow(`${board}/events?since=${version}`, tokens[0] ?? "", one)),
  );
  let early = Number.NaN;
  const held = await change(units, async (unitId, at) => {
    // The first third warms the server; what it still takes after that would go on for ever.
    if (at === Math.floor(changes / 3)) early = await memoryOf(server);
    await holdBy(server, tokens[at % tokens.length] ?? "", unitId, customers[at % customers.length] ?? "");
  });
  const late = await patiently(() => seen.every((one) => units.every((id) => one.has(id))));
  const after = await memoryOf(server);
  for (const stream of streams) stream.destroy();
  if (late) throw new Error(`after ${PATIENCE_MS} ms not every viewer had seen every change`);
  const delays = seen.flatMap((one) => units.map((id) => (one.get(id) ?? 0) - (held.get(id) ?? 0)));
  const what = `${viewers} viewers of a board, ${PER_SECOND} changes a second for ${seconds} s`;
  const note = `each of ${viewers} saw each of ${changes} changes; counted from the moment in which the change was answered`;
  return [
    figureOf(`${what}: until it is seen, p99`, "ms", [quantile(delays, 0.99)], { atMost: 1_000 }, note),
    figureOf(`${what}: until it is seen, median`, "ms", [quantile(delays, 0.5)], null),
    figureOf(
      `${what}: growth of the server's memory in the last two thirds`,
      "MiB",
      [after - early],
      { atMost: 30 },
      `${Math.round(early)} → ${Math.round(after)} MiB`,
    ),
  ];
}

/** One change after the other at an even pace; when each was answered. */
async function change(units: readonly string[], hold: (unitId: string, at: number) => Promise<void>): Promise<Seen> {
  const done: Seen = new Map();
  const began = performance.now();
  const under = units.map(async (unitId, at) => {
    await pause(began + (at * 1_000) / PER_SECOND - performance.now());
    await hold(unitId, at);
    done.set(unitId, performance.now());
  });
  await Promise.all(under);
  return done;
}

async function holdBy(server: string, token: string, unitId: string, customerId: string): Promise<void> {
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Idempotency-Key": newId() };
  const { status, body } = await ask(`${server}/api/v1/units/${unitId}/holds`, {
    method: "POST",
    headers,
    body: { customerId },
  });
  if (status !== 201) throw new Error(`a hold was answered ${status}: ${body.toString().slice(0, 200)}`);
}

/** Reads a board's stream and notes when each home came first. */
function follow(url: string, token: string, seen: Seen): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = get(url, { headers: { Authorization: `Bearer ${token}` }, agent: false }, (res) => {
      let rest = "";
      res.setEncoding("utf8");
      res.on("error", () => undefined);
      res.on("data", (text: string) => {
        const now = performance.now();
        const events = (rest + text).split("\n\n");
        rest = events.pop() ?? "";
        for (const event of events.filter((one) => one.includes("event: units"))) {
          for (const [, id = ""] of event.matchAll(/"id":"([^"]+)"/g)) if (!seen.has(id)) seen.set(id, now);
        }
      });
      if (res.statusCode === 200) resolve(res);
      else reject(new Error(`the stream was answered ${res.statusCode}`));
    });
    asked.on("error", reject);
  });
}

/** Waits for it; true when it did not come. */
async function patiently(done: () => boolean): Promise<boolean> {
  for (const until = performance.now() + PATIENCE_MS; performance.now() < until; await pause(50))
    if (done()) return false;
  return !done();
}

async function memoryOf(server: string): Promise<number> {
  const { body } = await ask(`${server}/metrics`);
  return Number(/^process_resident_memory_bytes (\d+)$/m.exec(body.toString())?.[1]) / 1024 ** 2;
}
