import { pauseBefore, type StreamMessage } from "./board-connection";
import { BoardModel } from "./board-model";
import { followStream } from "./board-stream";
import type { BoardDelta, BoardSnapshot } from "./board-unit";

export type BoardStatus = "loading" | "live" | "lost" | "failed";

/** One board kept up to date: fetched once, then followed. What comes while it is fetched is taken in afterwards. */
export class BoardStore {
  readonly model = new BoardModel();
  /** Grows with everything worth drawing again, in whatever store. */
  tick = 0;
  /** When the board last was what the server says, by the server's clock in epoch milliseconds. */
  heardAt: number | null = null;
  #heard: "live" | "lost" | "refused" | null = null;
  #loaded = false;
  #listeners = new Set<() => void>();
  #waiting: BoardDelta[] | null = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = new AbortController();
  #fetching: Promise<void> | null = null;
  /** Milliseconds to add to this device's clock to get the server's. */
  #offset = 0;

  constructor(readonly projectId: string) {}

  get status(): BoardStatus {
    if (this.#heard === "refused") return "failed";
    if (this.#heard === "lost") return "lost";
    return this.#loaded && this.#heard === "live" ? "live" : "loading";
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  start(): () => void {
    this.#ended = new AbortController();
    const loaded = this.#fetch().then(() => () => this.model.version);
    const leave = followStream(this.projectId, loaded, (message) => this.#hear(message));
    return () => {
      this.#ended.abort();
      leave();
      clearTimeout(this.#timer);
    };
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  #hear(message: StreamMessage): void {
    if (message.kind === "reset") void this.#fetch();
    else if (message.kind === "units") this.#take(message.delta);
    else {
      if (message.kind === "live") {
        this.#offset = message.now - Date.now();
        this.heardAt = message.now;
      }
      this.#say(message.kind);
    }
  }

  #take(delta: BoardDelta): void {
    if (this.#waiting) this.#waiting.push(delta);
    else if (this.model.apply(delta, performance.now())) this.#changed();
  }

  /** Reads the whole board, however often it takes; who asks meanwhile gets the same answer. */
  #fetch(): Promise<void> {
    this.#waiting ??= [];
    this.#fetching ??= this.#fetchUntilThere(this.#ended.signal).finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #fetchUntilThere(ended: AbortSignal): Promise<void> {
    for (let failures = 0; !ended.aborted; failures += 1) {
      const answer = await fetch(`/api/v1/projects/${this.projectId}/board`, { signal: ended }).catch(() => null);
      if (answer?.ok) {
        const snapshot = await answer.json().catch(() => null);
        if (snapshot) return this.#load(snapshot as BoardSnapshot);
      }
      if (answer && [401, 403, 404].includes(answer.status)) this.#say("refused");
      else if (!ended.aborted) this.#say("lost");
      await pauseBefore(failures, ended);
    }
  }

  #load(snapshot: BoardSnapshot): void {
    this.model.load(snapshot);
    for (const delta of this.#waiting ?? []) this.model.apply(delta, 0);
    this.#waiting = null;
    this.#loaded = true;
    this.#changed();
  }

  #changed(): void {
    clearTimeout(this.#timer);
    const next = this.model.expire(this.now(), performance.now());
    if (next !== null) this.#timer = setTimeout(() => this.#changed(), Math.min(next - this.now() + 1, 2 ** 31 - 1));
    this.#tell();
  }

  #say(heard: "live" | "lost" | "refused"): void {
    if (this.#heard === heard) return;
    this.#heard = heard;
    this.#tell();
  }

  #tell(): void {
    this.tick += 1;
    for (const listener of this.#listeners) listener();
  }
}
