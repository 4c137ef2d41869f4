import type { Role } from "../permissions/role";
import type { RefusalCode } from "../refusal";
import { type WordsIn, type WordsOf, wordsOf } from "../word-list";

/** Who moves a line: a role, or the system by itself. */
export type Actor = Role | "SYSTEM";

/** One way from states to a state. `from` "-": nothing is there yet. */
export type Move<Action extends string = string, From extends string = string, To extends string = string> = {
  readonly action: Action;
  readonly from: readonly From[];
  readonly to: To;
  readonly who: readonly Actor[];
  /** Whose approval must be on record, in sequence or one of them as the action's rule says. */
  readonly approver: readonly Role[];
  /** What may refuse it, beside the refusals common to every command. */
  readonly guards: readonly RefusalCode[];
};

/** A state machine: its moves, and the states without a way out. */
export type Line = { readonly final: readonly string[]; readonly moves: readonly Move[] };

type Conditions<Approver extends string> = {
  approver?: Approver & WordsIn<Approver, Role>;
  guards?: readonly RefusalCode[];
};

/** Writes one move; several states, actors or approvers are words in a row. */
export function move<
  const Action extends string,
  const From extends string,
  const To extends string,
  const Who extends string,
  const Approver extends string,
>(
  action: Action,
  from: From,
  to: To,
  who: Who & WordsIn<Who, Actor>,
  conditions: Conditions<Approver> = {},
): Move<Action, WordsOf<From>, To> {
  return {
    action,
    from: wordsOf(from),
    to,
    who: wordsOf<string>(who) as Actor[],
    approver: conditions.approver ? (wordsOf<string>(conditions.approver) as Role[]) : [],
    guards: conditions.guards ?? [],
  };
}
