// The settings that the simulation changes, with the values that hold where nobody set any.

export const RULES = {
  holdHours: { initial: 24, values: [24, 36, 48], range: [1, 720] },
  holdHoursByController: { initial: 168, values: [72, 168, 240], range: [1, 2160] },
  holdExtensions: { initial: 2, values: [1, 2, 3], range: [0, 20] },
  withholdDays: { initial: 30, values: [3, 30, 60], range: [1, 365] },
  payByHours: { initial: 24, values: [12, 24, 48], range: [1, 720] },
  signByDays: { initial: 7, values: [3, 7, 10], range: [1, 180] },
  signByExtensions: { initial: 2, values: [1, 2, 3], range: [0, 20] },
  ownershipDays: { initial: 30, values: [1, 2, 30], range: [1, 365] },
} as const;
export type Rule = keyof typeof RULES;

/** A value that somebody set from a day on; `at` is when he said so. */
export type SetRule = { rule: Rule; value: number; scope: "COMPANY" | "PROJECT"; from: string; at: number };

/** What holds on a day: the project's word before the company's, the later day before the earlier, the last word. */
export function ruleOn(rows: readonly SetRule[], rule: Rule, today: string): number {
  const begun = rows.filter((row) => row.rule === rule && row.from <= today);
  const own = begun.filter(({ scope }) => scope === "PROJECT");
  const [last] = [...(own.length > 0 ? own : begun)].sort((a, b) =>
    a.from === b.from ? b.at - a.at : a.from < b.from ? 1 : -1,
  );
  return last?.value ?? RULES[rule].initial;
}
