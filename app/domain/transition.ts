import { PERMISSIONS, type Permission } from "./permission";
import { allow, refuse, type Verdict } from "./refusal";
import { AFTERCARE } from "./transitions/aftercare";
import { CUSTOMERS } from "./transitions/customers";
import { DEALS } from "./transitions/deals";
import { DECISIONS } from "./transitions/decisions";
import { INVENTORY } from "./transitions/inventory";
import { MONEY } from "./transitions/money";
import type { Actor, Move } from "./transitions/move";
import { OPENING } from "./transitions/opening";
import { PAPERS } from "./transitions/papers";
import { UNITS } from "./transitions/units";

/** Every state machine of the house. */
export const LINES = {
  ...INVENTORY,
  ...UNITS,
  ...CUSTOMERS,
  ...OPENING,
  ...DEALS,
  ...DECISIONS,
  ...MONEY,
  ...PAPERS,
  ...AFTERCARE,
} as const;

export type LineName = keyof typeof LINES;
type MoveOf<L extends LineName> = (typeof LINES)[L]["moves"][number];
export type ActionOf<L extends LineName> = MoveOf<L>["action"];
export type StateOf<L extends LineName> = Exclude<MoveOf<L>["from"][number], "-"> | MoveOf<L>["to"];

/** Nothing is there yet: the state before the first move. */
export const NOTHING_YET = "-";
/** A state of a line, or nothing yet. */
export type Place<L extends LineName> = StateOf<L> | typeof NOTHING_YET;

/** Every move of a line, in the order of a sale. */
export function movesOf(line: LineName): readonly Move[] {
  return LINES[line].moves;
}

/** Every state of a line, in the order in which the table names them. */
export function statesOf<L extends LineName>(line: L): readonly StateOf<L>[] {
  const named = movesOf(line).flatMap((move) => [...move.from, move.to]);
  return [...new Set(named)].filter((state) => state !== NOTHING_YET) as StateOf<L>[];
}

/** Where an action leads from here. Several states: the facts decide. None: it cannot be done from here. */
export function nextStates<L extends LineName>(line: L, action: ActionOf<L>, from: Place<L>): readonly StateOf<L>[] {
  const moves = movesOf(line).filter((move) => move.action === action && move.from.includes(from));
  return moves.map((move) => move.to as StateOf<L>);
}

/** Refuses an action that does not start from this state. */
export function canMove<L extends LineName>(line: L, action: ActionOf<L>, from: Place<L>): Verdict {
  return nextStates(line, action, from).length > 0 ? allow : refuse("wrong_state", { line, action, state: from });
}

/** Who takes this action: the same people from every state. */
export function whoMay<L extends LineName>(line: L, action: ActionOf<L>): readonly Actor[] {
  return movesOf(line).find((move) => move.action === action)?.who ?? [];
}

/** Has this state no way out? */
export function isFinal<L extends LineName>(line: L, state: StateOf<L>): boolean {
  return (LINES[line].final as readonly string[]).includes(state);
}

/** The right behind an action, or null where the action is a part of another line's command or the system's own. */
export function permissionFor<L extends LineName>(line: L, action: ActionOf<L>): Permission | null {
  const name = `${line}:${action}`;
  return Object.hasOwn(PERMISSIONS, name) ? (name as Permission) : null;
}
