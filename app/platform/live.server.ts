import { Client } from "pg";
import { pool } from "./db.server";
import { env } from "./env.server";
import { once } from "./once.server";

// Wake-up calls between processes: ids only, sent after commit, several within a moment as one. Whoever is woken asks
// the database, and also asks from time to time by himself, so that a lost call delays news and never loses any.

const CHANNEL = "loupan";
const COALESCE_MS = 40;
const RECONNECT_MS = 1_000;

type Listener = () => void;

class Bus {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #pending = new Set<string>();
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  announce(topic: string): void {
    this.#pending.add(topic);
    this.#timer ??= setTimeout(() => void this.#send(), COALESCE_MS).unref();
  }

  listen(topic: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    void this.#connect();
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(topic);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#client?.end().catch(() => undefined);
  }

  async #send(): Promise<void> {
    this.#timer = null;
    const topics = [...this.#pending];
    this.#pending.clear();
    // A failure is no loss: listeners ask by themselves too.
    await pool
      .query("SELECT pg_notify($1, topic) FROM unnest($2::text[]) AS topic", [CHANNEL, topics])
      .catch(() => undefined);
  }

  async #connect(): Promise<void> {
    if (this.#client || this.#closed) return;
    const client = new Client({ connectionString: env.databaseDirectUrl ?? undefined });
    this.#client = client;
    client.on("notification", ({ payload }) => this.#wake(payload ?? ""));
    client.once("error", () => this.#reconnect(client));
    client.once("end", () => this.#reconnect(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      for (const topic of this.#listeners.keys()) this.#wake(topic);
    } catch {
      this.#reconnect(client);
    }
  }

  #reconnect(client: Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    void client.end().catch(() => undefined);
    if (!this.#closed && this.#listeners.size > 0) setTimeout(() => void this.#connect(), RECONNECT_MS).unref();
  }

  #wake(topic: string): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener();
  }
}

const bus = once("bus", () => new Bus());

/** Tells every process, a moment later, that something about this topic changed. Call it after commit. */
export function announce(topic: string): void {
  bus.announce(topic);
}

/** Calls `listener` whenever the topic is announced by any process; returns how to stop. */
export function listen(topic: string, listener: Listener): () => void {
  return bus.listen(topic, listener);
}

export function closeLive(): Promise<void> {
  return bus.close();
}

/** The topic of everything that a project's board shows. */
export function boardTopic(projectId: string): string {
  return `board:${projectId}`;
}
