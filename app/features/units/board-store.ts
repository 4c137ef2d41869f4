import { BoardModel } from "./board-model";
import { followStream, type StreamMessage } from "./board-stream";
import type { BoardDelta, BoardSnapshot } from "./board-unit";

export type BoardStatus = "loading" | "live" | "lost" | "failed";

const RETRY_MS = 2_000;

/** One board kept up to date: fetched once, then followed. What comes while it is fetched is taken in afterwards. */
export class BoardStore {
  readonly model = new BoardModel();
  status: BoardStatus = "loading";
  #listeners = new Set<() => void>();
  #waiting: BoardDelta[] | null = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | null = null;
  /** Milliseconds to add to this device's clock to get the server's. */
  #offset = 0;
  /** Grows with everything worth drawing again, in whatever store. */
  tick = 0;

  constructor(readonly projectId: string) {}

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  start(): () => void {
    const loaded = this.#fetch().then(() => () => this.model.version);
    this.#stop = followStream(this.projectId, loaded, (message) => this.#hear(message));
    return () => {
      this.#stop?.();
      clearTimeout(this.#timer);
      clearTimeout(this.#retry);
    };
  }

  now(): number {
    return Date.now() + this.#offset;
  }

  #hear(message: StreamMessage): void {
    if (message.kind === "reset") void this.#fetch();
    else if (message.kind === "units") this.#take(message.delta);
    else {
      if (message.now !== undefined) this.#offset = message.now - Date.now();
      if (this.status !== "loading") this.#say(message.on ? "live" : "lost");
    }
  }

  #take(delta: BoardDelta): void {
    if (this.#waiting) {
      this.#waiting.push(delta);
      return;
    }
    if (this.model.apply(delta, performance.now())) this.#changed();
  }

  async #fetch(): Promise<void> {
    this.#waiting ??= [];
    try {
      const answer = await fetch(`/api/v1/projects/${this.projectId}/board`);
      if (answer.status === 401 || answer.status === 403 || answer.status === 404) return this.#say("failed");
      if (!answer.ok) throw new Error(String(answer.status));
      this.model.load((await answer.json()) as BoardSnapshot);
      const waiting = this.#waiting ?? [];
      this.#waiting = null;
      for (const delta of waiting) this.model.apply(delta, 0);
      this.status = "live";
      this.#changed();
    } catch {
      this.#say(this.model.units.length > 0 ? "lost" : "loading");
      await new Promise<void>((done) => {
        this.#retry = setTimeout(done, RETRY_MS);
      });
      return this.#fetch();
    }
  }

  #changed(): void {
    clearTimeout(this.#timer);
    const next = this.model.expire(this.now(), performance.now());
    if (next !== null) this.#timer = setTimeout(() => this.#changed(), Math.min(next - this.now() + 1, 2 ** 31 - 1));
    this.#tell();
  }

  #say(status: BoardStatus): void {
    if (this.status === status) return;
    this.status = status;
    this.#tell();
  }

  #tell(): void {
    this.tick += 1;
    for (const listener of this.#listeners) listener();
  }
}
