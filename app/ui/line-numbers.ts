const FIRST: readonly number[] = [0, 1];
const MOST = 20;

/**
 * The numbers of the lines that stand in a form, as its field `lines` says them ("0 1 3"). A line keeps its number when
 * another one goes, so that what is typed stays where it is.
 */
export function lineNumbers(sent: string | undefined): number[] {
  const numbers = (sent ?? "").split(" ").filter((text) => /^\d{1,3}$/.test(text));
  return numbers.length > 0 ? [...new Set(numbers.map(Number))].slice(0, MOST) : [...FIRST];
}

/** The lines after what a button of theirs asks, "add" or "remove-3"; null where the form itself was sent. */
export function changeLines(lines: readonly number[], ask: string | undefined): number[] | null {
  if (ask === "add") return lines.length < MOST ? [...lines, Math.max(...lines) + 1] : [...lines];
  const [, gone] = /^remove-(\d{1,3})$/.exec(ask ?? "") ?? [];
  if (gone === undefined) return null;
  const left = lines.filter((line) => line !== Number(gone));
  return left.length > 0 ? left : [...lines];
}
