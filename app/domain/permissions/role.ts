import { type WordsIn, wordsOf } from "../word-list";

/** Everybody who signs in, in the order of the sales floor: staff, partners, administration, buyers. */
export const ROLES = [
  "RECEPTIONIST",
  "CONSULTANT",
  "CONTROLLER",
  "MANAGER",
  "DIRECTOR",
  "GM",
  "CASHIER",
  "ACCOUNTANT",
  "FINANCE",
  "CLERK",
  "MORTGAGE",
  "PLANNER",
  "SERVICE",
  "ENGINEER",
  "CHANNEL",
  "CONTRACTOR",
  "PROPERTY",
  "ANALYST",
  "ADMIN",
  "BUYER",
] as const;

export type Role = (typeof ROLES)[number];

/** Who may do one thing: on own records, on everything in the grant's scope, or only ask for it. */
export type Row = { own?: readonly Role[]; scope?: readonly Role[]; ask?: readonly Role[] };

/** Roles written as words in a row; a word that is no role does not compile. */
export function roles<const Text extends string>(text: Text & WordsIn<Text, Role>): readonly Role[] {
  return wordsOf<string>(text) as Role[];
}
