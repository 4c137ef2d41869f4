import { keepConnected, SILENCE_MS, type StreamListener, type StreamMessage } from "./board-connection";

/** A window that opens asks how things stand; whoever holds the connection answers. */
type Question = { kind: "who" };

/**
 * Follows a board's events, from the version that `loaded` gives once the board is there. Of all windows of a browser
 * on the same board one holds the connection and passes on what it hears; when it closes, another takes over. (Over
 * HTTP/1.1 a browser has six connections for a whole office.) When it falls asleep, another takes the connection away.
 */
export function followStream(projectId: string, loaded: Promise<() => number>, listener: StreamListener): () => void {
  const ended = new AbortController();
  if (navigator.locks) followTogether(`loupan-board:${projectId}`, projectId, loaded, listener, ended.signal);
  else void loaded.then((version) => keepConnected(projectId, version, listener, ended.signal));
  return () => ended.abort();
}

function followTogether(
  name: string,
  projectId: string,
  loaded: Promise<() => number>,
  listener: StreamListener,
  ended: AbortSignal,
): void {
  const channel = new BroadcastChannel(name);
  /** How things stand, while this window holds the connection. */
  let standing: StreamMessage | null = null;
  const everyone: StreamListener = (message) => {
    if (message.kind !== "units" && message.kind !== "reset") standing = message;
    listener(message);
    channel.postMessage(message);
  };
  const lead = async (steal: boolean): Promise<void> => {
    const mine = new AbortController();
    const end = () => mine.abort();
    ended.addEventListener("abort", end, { once: true });
    const hold = async () => {
      const version = await loaded;
      clearTimeout(silence);
      await keepConnected(projectId, version, everyone, mine.signal);
    };
    // Whoever lost the connection to a window that heard nothing from this one learns it by this promise.
    await navigator.locks.request(name, steal ? { steal } : { signal: ended }, hold).catch(() => undefined);
    end();
    ended.removeEventListener("abort", end);
    standing = null;
    if (!ended.aborted) await lead(false);
  };
  let silence: ReturnType<typeof setTimeout> | undefined;
  const expect = () => {
    clearTimeout(silence);
    silence = setTimeout(() => void lead(true), 2 * SILENCE_MS);
  };
  channel.onmessage = ({ data }: MessageEvent<StreamMessage | Question>) => {
    if (data.kind !== "who") {
      expect();
      listener(data);
    } else if (standing) channel.postMessage(standing);
  };
  ended.addEventListener("abort", () => {
    clearTimeout(silence);
    channel.close();
  });
  expect();
  void lead(false);
  void loaded.then(() => !ended.aborted && channel.postMessage({ kind: "who" } satisfies Question));
}
