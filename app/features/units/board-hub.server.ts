import { boardTopic, listen } from "~/platform/live.server";
import { log } from "~/platform/log.server";
import { once } from "~/platform/once.server";
import { type Cursor, changesSince, type Step } from "./board-changes.server";

/** The wake-up call comes within a moment; this is for the one that was lost. */
const POLL_MS = 500;

type Reader = { cursor: Cursor; send: (step: Step) => void };

/**
 * Everybody in this process who follows the board of one project. Readers who are equally far share one question to
 * the database, and each keeps his own place, so that nobody can miss a change by joining at the wrong moment.
 */
class BoardHub {
  readonly #readers = new Set<Reader>();
  readonly #unlisten: () => void;
  readonly #timer: NodeJS.Timeout;
  #working = false;
  #again = false;

  constructor(private readonly projectId: string) {
    this.#unlisten = listen(boardTopic(projectId), () => void this.wake());
    this.#timer = setInterval(() => void this.wake(), POLL_MS);
    this.#timer.unref();
  }

  get idle(): boolean {
    return this.#readers.size === 0;
  }

  join(reader: Reader): () => void {
    this.#readers.add(reader);
    void this.wake();
    return () => void this.#readers.delete(reader);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#unlisten();
  }

  /** Brings every reader up to date. A call that comes meanwhile makes it look once more. */
  async wake(): Promise<void> {
    if (this.#working) {
      this.#again = true;
      return;
    }
    this.#working = true;
    try {
      do {
        this.#again = false;
        await this.#advance();
      } while (this.#again);
    } catch (error) {
      log.warn({ err: error, projectId: this.projectId }, "the board could not be read; trying again");
    } finally {
      this.#working = false;
    }
  }

  async #advance(): Promise<void> {
    const groups = new Map<string, { cursor: Cursor; readers: Reader[] }>();
    for (const reader of this.#readers) {
      const key = keyOf(reader.cursor);
      const group = groups.get(key) ?? { cursor: reader.cursor, readers: [] };
      group.readers.push(reader);
      groups.set(key, group);
    }
    for (const { cursor, readers } of groups.values()) {
      const step = await changesSince(this.projectId, cursor);
      if (step) for (const reader of readers) this.#move(reader, step);
    }
  }

  #move(reader: Reader, step: Step): void {
    reader.cursor = step.cursor;
    if (this.#readers.has(reader)) reader.send(step);
  }
}

const hubs = once("board-hubs", () => new Map<string, BoardHub>());

/** Follows a project's board from a version on; returns how to stop. */
export function followBoard(projectId: string, since: number, send: Reader["send"]): () => void {
  const hub = hubs.get(projectId) ?? new BoardHub(projectId);
  hubs.set(projectId, hub);
  const leave = hub.join({ cursor: { version: since, ahead: new Set() }, send });
  return () => {
    leave();
    if (!hub.idle || hubs.get(projectId) !== hub) return;
    hubs.delete(projectId);
    hub.close();
  };
}

function keyOf({ version, ahead }: Cursor): string {
  return [version, ...[...ahead].toSorted()].join(" ");
}
