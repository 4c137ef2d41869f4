import type { Day } from "~/domain/calendar";
import type { Fen } from "~/domain/money";

type Line = { item: string; dueOn: Day | null; open: Fen; overdueDays: number; loan: boolean };

/** What is to be paid next out of the buyer's own pocket: the first dated instalment that is still open. */
export function nextDueOf<One extends Line>(lines: readonly One[]) {
  const dated = lines.filter(({ open, dueOn, loan }) => open > 0 && dueOn !== null && !loan);
  const [first] = dated.toSorted((a, b) => (a.dueOn ?? "").localeCompare(b.dueOn ?? ""));
  if (!first?.dueOn) return null;
  return { item: first.item, dueOn: first.dueOn, open: first.open, overdueDays: first.overdueDays };
}
