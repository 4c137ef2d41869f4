import type { Ctx } from "~/platform/context.server";
import type { Signed } from "./hands";
import type { Scene } from "./scene";

export type Code = string;
export const DONE: Code = "done";

/** One request of one person, and what the model says of it. */
export type Attempt = {
  says: string;
  key: string;
  actorId: string;
  body: string;
  /** Sends it. Sent again, it is the same form from the same hand. */
  send: () => Promise<Sent>;
  /** The codes that are right, as the model stands now. */
  expected: () => readonly Code[];
  /** What who reads must see, where the answer is what he sees. */
  sees?: () => unknown;
  /** The same key on another form. */
  altered?: () => Attempt;
};

/** `settle` tells the model what was done. */
export type Sent = { code: Code; answer: string | null; settle: () => void };

type Draft<Input extends { key: string }, Answer> = {
  says: string;
  ctx: () => Signed;
  input: Input;
  command: (ctx: Ctx, input: Input) => Promise<Answer>;
  expected: () => readonly Code[] | Code;
  done: (answer: Answer) => void;
  sees?: () => Answer;
};

export function attemptOf<Input extends { key: string }, Answer>(scene: Scene, draft: Draft<Input, Answer>): Attempt {
  const { says, ctx, input, command, expected, done, sees } = draft;
  const { actorId } = ctx();
  return {
    says,
    key: input.key,
    actorId,
    body: JSON.stringify(input),
    expected: () => (scene.office.signedOut.has(actorId) ? ["session_expired"] : [expected()].flat()),
    ...(sees && { sees }),
    altered: () => attemptOf(scene, { ...draft, says: `${says}, altered`, input: { ...input, altered: true } }),
    send: async () => {
      const outcome = await scene.carry(command, ctx(), input);
      if (!outcome.ok) return { code: outcome.refusal.code, answer: null, settle: () => undefined };
      const { value } = outcome;
      return { code: DONE, answer: JSON.stringify(value), settle: () => done(value) };
    },
  };
}

/** The first code whose condition holds; done when none does. */
export function firstOf(...cases: readonly (readonly [boolean, Code])[]): Code {
  return cases.find(([holds]) => holds)?.[1] ?? DONE;
}
