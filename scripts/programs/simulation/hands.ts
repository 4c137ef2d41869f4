import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { dayIn } from "~/domain/calendar";
import { Refused } from "~/domain/refusal";
import type { Settings } from "~/domain/setting";
import { attempt, type Outcome } from "~/platform/attempt.server";
import { findCaller } from "~/platform/caller.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { projectSettings } from "~/platform/project-settings.server";
import { COMMANDS } from "./commands";

/** Somebody at work, with the session that they signed in by. */
export type Signed = Ctx & { tokenHash: string | null; own: Partial<Settings> };
export type Command<Input, Answer> = (ctx: Ctx, input: Input) => Promise<Answer>;
/** Carries out one request, here or in another process. */
export type Carry = <Input, Answer>(
  command: Command<Input, Answer>,
  ctx: Signed,
  input: Input,
) => Promise<Outcome<Answer>>;

/** In this process, as a request does: by a session that still counts. */
export const carryHere: Carry = (command, ctx, input) =>
  attempt(asSignedIn(ctx).then((settings) => command({ ...ctx, settings }, input)));

/** The settings of the day on the simulation's clock, which a session by the clock on the wall does not bring. */
async function asSignedIn({ tokenHash, projectId, timeZone, now, own }: Signed): Promise<Settings> {
  if (tokenHash !== null) {
    const found = await findCaller({ kind: "session", hashes: [tokenHash] }, { id: projectId });
    if (!found?.ctx) throw new Refused({ code: "session_expired" });
  }
  return { ...(await projectSettings(db, projectId, dayIn(timeZone, now))), ...own };
}

/** As the product runs: Prisma reads relations side by side on one connection, and pg warns of its next version. */
const QUIET = ["--disable-warning=DeprecationWarning"];

type Asked = { id: number; name: string; ctx: Signed; input: unknown };
type Told = { id: number; outcome: Outcome<unknown> } | { id: number; failed: string };
type Waiting = { resolve: (outcome: Outcome<unknown>) => void; reject: (error: Error) => void };

/** Other processes that carry requests out, each with a pool of its own. One that is killed is replaced. */
export type Hands = { carry: Carry; kill: () => Promise<void>; close: () => void };

/** Opens so many of them; `program` is the built simulation. */
export function openHands(program: string, count: number): Hands {
  const hands = Array.from({ length: count }, () => new Hand(program));
  let turn = 0;
  const next = () => hands[turn++ % count] as Hand;
  const carry: Carry = async (command, ctx, input) => {
    const name = Object.entries(COMMANDS).find(([, one]) => Object.is(one, command))?.[0];
    if (!name) throw new RangeError("a command that other processes do not know: add it to commands.ts");
    return (await next().carry({ name, ctx, input })) as Awaited<ReturnType<typeof carryHere<never, never>>>;
  };
  const close = () => {
    for (const hand of hands) hand.close();
  };
  return { carry, kill: () => next().kill(), close };
}

class Hand {
  readonly #program: string;
  readonly #waiting = new Map<number, Waiting>();
  #child: ChildProcess;
  #asked = 0;

  constructor(program: string) {
    this.#program = program;
    this.#child = this.#start();
  }

  carry(request: Omit<Asked, "id">): Promise<Outcome<unknown>> {
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#child.send({ id, ...request }, (error) => error && this.#lose(id, error));
    });
  }

  /** In the middle of whatever it does; what it was asked gets no answer. */
  async kill(): Promise<void> {
    const struck = this.#child;
    struck.kill("SIGKILL");
    await once(struck, "exit");
    this.#child = this.#start();
    for (const id of [...this.#waiting.keys()]) this.#lose(id, new Error("its process was killed"));
  }

  close(): void {
    this.#child.disconnect();
  }

  #lose(id: number, error: Error): void {
    this.#waiting.get(id)?.reject(error);
    this.#waiting.delete(id);
  }

  #start(): ChildProcess {
    const child = fork(this.#program, ["hand"], {
      execArgv: QUIET,
      serialization: "advanced",
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.on("message", (told: Told) => {
      const waiting = this.#waiting.get(told.id);
      this.#waiting.delete(told.id);
      if ("failed" in told) waiting?.reject(new Error(told.failed));
      else waiting?.resolve(told.outcome);
    });
    return child;
  }
}

/** The other end: carries out what it is asked until nobody asks any more. */
export function serveAsHand(): void {
  process.on("message", async ({ id, name, ctx, input }: Asked) => {
    const command = Reflect.get(COMMANDS, name) as Command<unknown, unknown>;
    const told: Told = await carryHere(command, ctx, input).then(
      (outcome) => ({ id, outcome }),
      (error: unknown) => ({ id, failed: String(error) }),
    );
    process.send?.(told);
  });
  process.on("disconnect", () => process.exit());
}
