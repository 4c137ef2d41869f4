import type { Day } from "./calendar";
import { wholeFromDecimal } from "./decimal-text";
import { ppmFromPercent } from "./rate";
import { all, type Refusal, unless, type Verdict } from "./refusal";
import { COSTS } from "./settings/costs";
import { accepts, type Definition, type Unit } from "./settings/definition";
import { DESK } from "./settings/desk";
import { LEGAL } from "./settings/legal";
import { MESSAGING } from "./settings/messages";
import { MONEY } from "./settings/money";

/** The catalogue: each setting's values, initial value and source. Where nothing was set, the initial value holds. */
export const SETTINGS = { ...DESK, ...MONEY, ...COSTS, ...LEGAL, ...MESSAGING } as const;

export type SettingKey = keyof typeof SETTINGS;
type ValueOf<D> = D extends { type: "choice"; choices: readonly (infer Choice)[] } ? Choice : number;

/** Every setting's value in force on one day at one project. */
export type Settings = { readonly [Key in SettingKey]: ValueOf<(typeof SETTINGS)[Key]> };

/** Every choice that any setting offers; each has its words. */
export type SettingChoice = {
  [Key in SettingKey]: (typeof SETTINGS)[Key] extends { choices: readonly (infer Choice)[] } ? Choice : never;
}[SettingKey];

export type SettingScope = "COMPANY" | "BRANCH" | "PROJECT";

/** A value in force and where it comes from, for the screens on which it acts. `set` null: the catalogue's initial value. */
export type SettingOrigin = {
  key: SettingKey;
  value: string | number;
  /** What the number counts; null for a choice. */
  unit: Unit | null;
  set: { scope: SettingScope; since: Day; by: string | null } | null;
};

/** A rule of the law, as cited, that is broken here and that the project's setting lets pass with a warning. */
export type GuardWarning = { setting: SettingKey; refusal: Refusal; law: string };

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

/** The catalogue's groups, as a screen lists them. */
export const SETTING_GROUPS = {
  desk: keysOf(DESK),
  money: keysOf(MONEY),
  costs: keysOf(COSTS),
  legal: keysOf(LEGAL),
  messages: keysOf(MESSAGING),
} as const;

export function definitionOf(key: SettingKey): Definition {
  return SETTINGS[key];
}

/** What a setting's number counts; null for a choice. */
export function unitOfSetting(key: SettingKey): Unit | null {
  const definition = definitionOf(key);
  return definition.type === "number" ? definition.unit : null;
}

/** A value as typed: a choice by its name, a rate in percent, anything else as a whole number. Null: none of these. */
export function readSetting(key: SettingKey, typed: string): string | number | null {
  const definition = definitionOf(key);
  if (definition.type === "choice") return typed;
  return definition.unit === "ppm" ? ppmFromPercent(typed) : wholeFromDecimal(typed, 0);
}

/** A value is set for today or later: what counted on a day that is over stays as it was. */
export function maySet(key: SettingKey, value: unknown, from: Day, today: Day): Verdict {
  return all(unless(accepts(definitionOf(key), value), "value_out_of_range"), unless(from >= today, "date_past"));
}

function keysOf<Group extends object>(group: Group): readonly (keyof Group & SettingKey)[] {
  return Object.keys(group) as (keyof Group & SettingKey)[];
}
