import { all, unless, type Verdict } from "~/domain/refusal";

export const NAME_LIMIT = 80;

/** Is this (cleaned) a name, of at most 80 characters? Every script and sign that people have in names will do. */
export function isName(name: string): Verdict {
  return all(
    unless(name !== "", "name_missing"),
    unless([...name].length <= NAME_LIMIT, "name_too_long", { max: NAME_LIMIT }),
  );
}

/** For whoever may not see a customer: "王**", "J***". */
export function maskName(name: string): string {
  const [first = "", ...rest] = [...name];
  return first + "*".repeat(Math.min(3, Math.max(1, rest.length)));
}
