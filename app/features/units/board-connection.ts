import type { BoardDelta } from "./board-unit";

/** What the server says, or that nothing is heard of it, or that it no longer lets this reader in. */
export type StreamMessage =
  | { kind: "units"; delta: BoardDelta }
  | { kind: "reset" }
  | { kind: "live"; now: number }
  | { kind: "lost" }
  | { kind: "refused" };
export type StreamListener = (message: StreamMessage) => void;

/** The server speaks every five seconds. Who hears nothing for this long has a dead line, whatever TCP believes. */
export const SILENCE_MS = 12_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const TURNED_AWAY = [401, 403, 404];

/** Follows a board's events until `ended`. A lost line is taken up where it broke, at once when the network is back. */
export async function keepConnected(
  projectId: string,
  version: () => number,
  say: StreamListener,
  ended: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!ended.aborted) {
    const line = await oneLine(`/api/v1/projects/${projectId}/board/events?since=${version()}`, say, ended);
    if (ended.aborted) return;
    failures = line.greeted ? 0 : failures + 1;
    say({ kind: "lost" });
    if (line.closed && (await isRefused(projectId))) say({ kind: "refused" });
    await pauseBefore(failures, ended);
  }
}

/** One connection, until it breaks, falls silent or is no longer wanted. */
function oneLine(
  address: string,
  say: StreamListener,
  ended: AbortSignal,
): Promise<{ greeted: boolean; closed: boolean }> {
  return new Promise((done) => {
    const source = new EventSource(address);
    const over = new AbortController();
    let greeted = false;
    let heardAt = Date.now();
    let silence = setTimeout(end, SILENCE_MS);
    function end() {
      const closed = source.readyState === EventSource.CLOSED;
      clearTimeout(silence);
      over.abort();
      source.close();
      done({ greeted, closed });
    }
    const hear = (name: string, take: (data: unknown) => void) =>
      source.addEventListener(name, ({ data }) => {
        greeted = true;
        heardAt = Date.now();
        clearTimeout(silence);
        silence = setTimeout(end, SILENCE_MS);
        take(JSON.parse(data));
      });
    for (const name of ["hello", "beat"]) hear(name, (data) => say({ kind: "live", ...(data as { now: number }) }));
    hear("units", (data) => say({ kind: "units", delta: data as BoardDelta }));
    hear("reset", () => say({ kind: "reset" }));
    source.onerror = end;
    const { signal } = over;
    ended.addEventListener("abort", end, { signal });
    // Another network: the old line is dead, though nobody has said so. A device that slept hears it late.
    for (const change of ["offline", "online"]) window.addEventListener(change, end, { signal });
    document.addEventListener("visibilitychange", () => Date.now() - heardAt > SILENCE_MS && end(), { signal });
  });
}

/** A session that ended, a grant taken away: asking again is of no use until somebody signs in. */
async function isRefused(projectId: string): Promise<boolean> {
  const answer = await fetch(`/api/v1/projects/${projectId}/board`, { method: "HEAD" }).catch(() => null);
  return answer !== null && TURNED_AWAY.includes(answer.status);
}

/** Longer with each failure, and not the same for everybody; ends when the network or the reader comes back. */
export function pauseBefore(failures: number, ended: AbortSignal): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
  return new Promise((done) => {
    const over = new AbortController();
    const timer = setTimeout(end, longest * (0.5 + Math.random() / 2));
    function end() {
      clearTimeout(timer);
      over.abort();
      done();
    }
    const { signal } = over;
    ended.addEventListener("abort", end, { signal });
    for (const back of ["online", "pageshow"]) window.addEventListener(back, end, { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && end(), { signal });
  });
}
