import type { Day } from "./calendar";
import { accepts, type Definition } from "./settings/definition";
import { DESK } from "./settings/desk";
import { LEGAL } from "./settings/legal";
import { MONEY } from "./settings/money";

/** The catalogue: each setting's values, initial value and source. Where nothing was set, the initial value holds. */
export const SETTINGS = { ...DESK, ...MONEY, ...LEGAL } as const;

export type SettingKey = keyof typeof SETTINGS;
type ValueOf<D> = D extends { type: "choice"; choices: readonly (infer Choice)[] } ? Choice : number;

/** Every setting's value in force on one day at one project. */
export type Settings = { readonly [Key in SettingKey]: ValueOf<(typeof SETTINGS)[Key]> };

export type SettingScope = "COMPANY" | "BRANCH" | "PROJECT";

/** A value that somebody set, from a day on. `recordedAt` settles two values set for the same day. */
export type SettingRow = { key: string; scope: SettingScope; value: unknown; effectiveFrom: Day; recordedAt: Date };

const NARROWNESS: Record<SettingScope, number> = { COMPANY: 0, BRANCH: 1, PROJECT: 2 };

export function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}

/** The row in force on a day: the narrowest scope first, then the latest day, then the latest word. */
export function inForce<Row extends SettingRow>(rows: readonly Row[], key: SettingKey, on: Day): Row | null {
  const begun = rows.filter((row) => row.key === key && row.effectiveFrom <= on && accepts(SETTINGS[key], row.value));
  const [first = null] = begun.sort(
    (a, b) =>
      NARROWNESS[b.scope] - NARROWNESS[a.scope] ||
      b.effectiveFrom.localeCompare(a.effectiveFrom) ||
      b.recordedAt.getTime() - a.recordedAt.getTime(),
  );
  return first;
}

/** All settings of one place on a day, from the rows of the project, its branch and the company. */
export function settingsOn(rows: readonly SettingRow[], on: Day): Settings {
  const keys = Object.keys(SETTINGS) as SettingKey[];
  const definitions: Record<SettingKey, Definition> = SETTINGS;
  return Object.fromEntries(
    keys.map((key) => [key, inForce(rows, key, on)?.value ?? definitions[key].initial]),
  ) as Settings;
}
