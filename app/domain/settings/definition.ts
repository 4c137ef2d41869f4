/** What a setting's number counts, so that screens can print it. */
export type Unit = "hours" | "days" | "months" | "years" | "times" | "units" | "ppm" | "fen" | "yuan";

export type NumberSetting = { type: "number"; unit: Unit; initial: number; min: number; max: number };
export type ChoiceSetting = { type: "choice"; choices: readonly string[]; initial: string };

/** One setting: its values, its value until somebody sets another, and where that comes from. */
export type Definition = (NumberSetting | ChoiceSetting) & {
  /** The law or custom behind the initial value, as cited on screen. */
  source: string;
};

/** Is this a value that the setting can take? */
export function accepts(definition: Definition, value: unknown): boolean {
  if (definition.type === "choice") return definition.choices.some((choice) => choice === value);
  return Number.isSafeInteger(value) && Number(value) >= definition.min && Number(value) <= definition.max;
}
