import { monitorEventLoopDelay } from "node:perf_hooks";
import { pool } from "./db.server";
import { once } from "./once.server";

type Sample = { labels?: Readonly<Record<string, string>>; value: number };

const requests = once("metrics-requests", () => ({ byStatus: new Map<string, number>(), seconds: 0, count: 0 }));
const eventLoop = once("metrics-event-loop", () => {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return delay;
});

/** Counts one answered request. */
export function countRequest(status: number, seconds: number): void {
  const family = `${Math.floor(status / 100)}xx`;
  requests.byStatus.set(family, (requests.byStatus.get(family) ?? 0) + 1);
  requests.seconds += seconds;
  requests.count += 1;
}

/** Figures of this process and of the database, in Prometheus' text format. They name nobody. */
export async function metricsText(): Promise<string> {
  const lines = [
    ...metric("loupan_http_requests_total", "counter", "Answered requests", families()),
    ...metric("loupan_http_request_seconds_sum", "counter", "Time spent on them", [{ value: requests.seconds }]),
    ...metric("loupan_http_request_seconds_count", "counter", "How many were timed", [{ value: requests.count }]),
    ...metric("loupan_pool_connections", "gauge", "Connections of this process", connections()),
    ...metric("loupan_event_loop_delay_seconds", "gauge", "99th percentile", [
      { value: eventLoop.percentile(99) / 1e9 },
    ]),
    ...metric("process_resident_memory_bytes", "gauge", "Memory in use", [{ value: process.memoryUsage.rss() }]),
    ...metric("process_uptime_seconds", "gauge", "Since the start", [{ value: process.uptime() }]),
    ...(await stored()),
  ];
  return `${lines.join("\n")}\n`;
}

function families(): Sample[] {
  return [...requests.byStatus].map(([status, value]) => ({ labels: { status }, value }));
}

function connections(): Sample[] {
  const { totalCount, idleCount, waitingCount } = pool;
  const states = { open: totalCount, idle: idleCount, waiting: waitingCount };
  return Object.entries(states).map(([state, value]) => ({ labels: { state }, value }));
}

async function stored(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; status: string; value: number }>(
    `SELECT 'jobs' AS name, status::text, count(*)::int AS value FROM "JobRun" GROUP BY status
     UNION ALL SELECT 'outbox', status::text, count(*)::int FROM "OutboxMessage" GROUP BY status
     UNION ALL SELECT 'sessions', 'open', count(*)::int FROM "Session"
       WHERE "endedAt" IS NULL AND "expiresAt" > clock_timestamp()`,
  );
  const of = (name: string): Sample[] =>
    rows.filter((row) => row.name === name).map(({ status, value }) => ({ labels: { status }, value }));
  return [
    ...metric("loupan_jobs", "gauge", "Runs by status", of("jobs")),
    ...metric("loupan_outbox_messages", "gauge", "Messages by status", of("outbox")),
    ...metric("loupan_sessions", "gauge", "Sessions", of("sessions")),
  ];
}

function metric(name: string, type: "counter" | "gauge", help: string, samples: readonly Sample[]): string[] {
  const written = samples.map(({ labels = {}, value }) => {
    const inner = Object.entries(labels).map(([key, text]) => `${key}="${text}"`);
    return `${name}${inner.length > 0 ? `{${inner.join(",")}}` : ""} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...written];
}
