/** What a setting's number counts, so that screens can print it. */
export type Unit =
  | "hours"
  | "days"
  | "months"
  | "years"
  | "times"
  | "units"
  | "ppm"
  | "fen"
  | "yuan"
  | "squareMetres"
  | "oclock"
  | "messages";

export type NumberSetting = { type: "number"; unit: Unit; initial: number; min: number; max: number };
export type ChoiceSetting = { type: "choice"; choices: readonly string[]; initial: string };

/** Where a setting acts, as a screen says it. */
export const ACTS = [
  "HOLD",
  "WITHHOLDING",
  "PRICE",
  "APPROVAL",
  "SUBSCRIPTION",
  "CONTRACT",
  "FILING",
  "PAYMENT",
  "SCHEDULE",
  "QUOTATION",
  "CUSTOMERS",
  "PAPERS",
  "PORTAL",
  "COCKPIT",
  "MESSAGES",
] as const;
export type Act = (typeof ACTS)[number];

/** What an initial value rests on where it is no law; a law is cited in its own words. */
export const CUSTOMS = ["TRADE", "COMPANY", "CONTRACT", "BANK", "LPR", "PROVIDENT_FUND", "FILED_PRICES"] as const;
export type Custom = (typeof CUSTOMS)[number];

/** One setting: its values, its value until somebody sets another, where that comes from, and where it acts. */
export type Definition = (NumberSetting | ChoiceSetting) & {
  /** The custom behind the initial value, or the law as cited on screen. */
  source: string;
  acts: readonly Act[];
};

export function isCustom(source: string): source is Custom {
  return CUSTOMS.some((custom) => custom === source);
}

/** Is this a value that the setting can take? */
export function accepts(definition: Definition, value: unknown): boolean {
  if (definition.type === "choice") return definition.choices.some((choice) => choice === value);
  return Number.isSafeInteger(value) && Number(value) >= definition.min && Number(value) <= definition.max;
}
