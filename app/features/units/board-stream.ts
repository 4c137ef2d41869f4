import type { BoardDelta } from "./board-unit";

/** What the stream says: units as they now are, or that everything should be fetched anew. */
export type StreamMessage =
  | { kind: "units"; delta: BoardDelta }
  | { kind: "reset" }
  | { kind: "live"; on: boolean; now?: number };
export type StreamListener = (message: StreamMessage) => void;

/**
 * Follows a board's events, from the version that `loaded` gives once the board is there. Of all windows of a browser on the same board one holds the connection and passes on what
 * it hears; when it closes, another takes over. (Over HTTP/1.1 a browser has six connections for a whole office.)
 * A lost connection comes back by itself and goes on where it was.
 */
export function followStream(projectId: string, loaded: Promise<() => number>, listener: StreamListener): () => void {
  const name = `loupan-board:${projectId}`;
  const channel = new BroadcastChannel(name);
  const ended = new AbortController();
  channel.onmessage = ({ data }: MessageEvent<StreamMessage>) => listener(data);
  const everyone: StreamListener = (message) => {
    listener(message);
    channel.postMessage(message);
  };
  if (navigator.locks) {
    const hold = async () => {
      const version = await loaded;
      if (!ended.signal.aborted)
        await new Promise<void>((done) => connect(projectId, version, everyone, ended.signal, done));
    };
    // An abort ends the wait for the lock; whoever holds it lets go when the stream is closed.
    navigator.locks.request(name, { signal: ended.signal }, hold).catch(() => undefined);
    listener({ kind: "live", on: true });
  } else void loaded.then((version) => connect(projectId, version, listener, ended.signal, () => undefined));
  return () => {
    ended.abort();
    channel.close();
  };
}

function connect(
  projectId: string,
  version: () => number,
  listener: StreamListener,
  ended: AbortSignal,
  done: () => void,
): void {
  const source = new EventSource(`/api/v1/projects/${projectId}/board/events?since=${version()}`);
  source.addEventListener("hello", ({ data }) =>
    listener({ kind: "live", on: true, ...(JSON.parse(data) as { now: number }) }),
  );
  source.addEventListener("units", ({ data }) => listener({ kind: "units", delta: JSON.parse(data) as BoardDelta }));
  source.addEventListener("reset", () => listener({ kind: "reset" }));
  let again: ReturnType<typeof setTimeout> | undefined;
  source.onerror = () => {
    listener({ kind: "live", on: false });
    // A refusal (a session that ended, a server that restarts) closes the source for good: ask again in a while.
    if (source.readyState !== EventSource.CLOSED) return;
    again = setTimeout(() => connect(projectId, version, listener, ended, done), 2_000);
  };
  ended.addEventListener("abort", () => {
    clearTimeout(again);
    source.close();
    done();
  });
}
