import { classOf, LENS_SCALES } from "~/domain/board-lens";
import { fen } from "~/domain/money";
import { quotient } from "~/domain/rounding";
import type { Texts } from "~/i18n/texts";
import type { BoardModel } from "./board-model";
import type { Tint, TintOf } from "./board-scene";
import { priceOf } from "./board-sums";
import type { BoardUnit } from "./board-unit";
import type { LensValues } from "./lens-values";

/** One step of the scale: its colours and mark, what it means, and how many units are in it. */
export type KeyStep = { fill: string; ink: string; mark: string; words: string; units: number };
export type Tinted = { of: TintOf; key: readonly KeyStep[]; without: number };

type Colours = { fill: string; ink: string };
const inks = (...pairs: [string, string][]): Colours[] => pairs.map(([fill, ink]) => ({ fill, ink }));
const DARK = "#12232b";
const WHITE = "#ffffff";

/** Five steps of one hue each, told apart by lightness in every kind of colour vision. */
const RAMPS = {
  price: inks(["#e7f2f0", DARK], ["#b3d9d3", DARK], ["#6fb3ad", "#05201f"], ["#2f7f80", WHITE], ["#0c474e", WHITE]),
  days: inks(["#fdf1dc", DARK], ["#f9d08f", DARK], ["#eda04a", "#2b1700"], ["#b85c12", WHITE], ["#6d2f05", WHITE]),
  depth: inks(["#f0ecf8", DARK], ["#cfc2e8", DARK], ["#a48bd0", "#170b2b"], ["#6f4fa8", WHITE], ["#3e2370", WHITE]),
} as const;

/** Eight hues that every kind of colour vision keeps apart (after Okabe and Ito); the rest share a grey. */
const PEOPLE = inks(
  ["#0a63a5", WHITE],
  ["#f0a929", "#2b1700"],
  ["#009e73", "#00140e"],
  ["#bf5000", WHITE],
  ["#6fc0ec", "#06293d"],
  ["#d98bb9", "#2f0a20"],
  ["#f3e64a", "#3a3400"],
  ["#5a2a55", WHITE],
);
const OTHERS: Colours = { fill: "#545a61", ink: WHITE };

/** Price per ㎡ of gross area in five classes with about as many units in each. */
export function priceTints({ units }: BoardModel, { wan }: Texts): Tinted {
  const prices = units.map(perSquareMetre);
  const priced = prices.filter((price) => price !== null).sort((a, b) => a - b);
  const bounds = [1, 2, 3, 4, 5].map((step) => priced[Math.ceil((priced.length * step) / 5) - 1] ?? 0);
  const written = (price: number) => wan(fen(price));
  const words = bounds.map((bound, at) => `${written(bounds[at - 1] ?? priced[0] ?? 0)}–${written(bound)}`);
  const worth = (unit: number) => prices[unit] ?? null;
  return ramped("price", worth, prices.length, bounds.slice(0, 4), words, (price) => ({ text: written(price) }));
}

/** Whole fen per ㎡ of gross area; null without a price. */
function perSquareMetre(unit: BoardUnit): number | null {
  const price = priceOf(unit);
  return price !== null && unit.gross > 0
    ? Number(quotient(BigInt(price) * 100n, BigInt(unit.gross), "HALF_UP"))
    : null;
}

/** The values of a lens in its scale. */
export function lensTints(lens: "days" | "depth" | "consultant", model: BoardModel, found: LensValues, texts: Texts) {
  const byNo = new Map(found.nos.map((no, at) => [no, found.values[at] ?? 0] as const));
  const worth = (unit: number) => byNo.get(model.units[unit]?.no ?? -1) ?? null;
  if (lens === "consultant") return peopleTints(worth, model.units.length, found.names);
  const bounds = LENS_SCALES[lens];
  const { t } = texts;
  return ramped(lens, worth, model.units.length, bounds, scaleWords(lens, bounds, texts), (value) => {
    const text = lens === "days" ? t("boardViews.days", { days: value }) : shortPercent(value, texts);
    return { text, note: t(`boardViews.${lens}Note`, { value: text }) };
  });
}

function scaleWords(lens: "days" | "depth", bounds: readonly number[], { t, percent }: Texts): string[] {
  const written = (value: number) => (lens === "days" ? String(value) : percent(value));
  const spans = bounds.map((bound, at) => {
    const before = bounds[at - 1];
    if (before === undefined) return t(`boardViews.${lens}UpTo`, { to: written(bound) });
    return t(`boardViews.${lens}Span`, { from: written(lens === "days" ? before + 1 : before), to: written(bound) });
  });
  return [...spans, t(`boardViews.${lens}Over`, { from: written(bounds.at(-1) ?? 0) })];
}

/** To the hundredth of a percent, which is as much as a cell has room for. */
function shortPercent(ppm: number, { percent }: Texts): string {
  return percent(Math.round(ppm / 100) * 100);
}

type Worth = (unit: number) => number | null;
/** A value as short as a cell has room for, and as one would say it where the unit's other words do not. */
type Say = (value: number) => { text: string; note?: string };

function ramped(
  lens: keyof typeof RAMPS,
  worth: Worth,
  count: number,
  bounds: readonly number[],
  words: readonly string[],
  say: Say,
): Tinted {
  const steps = RAMPS[lens].map((colours, at) => ({ ...colours, mark: String(at + 1), words: words[at] ?? "" }));
  return tinted(steps, worth, count, (value) => classOf(value, bounds), say);
}

function peopleTints(worth: Worth, count: number, names: readonly string[]): Tinted {
  const steps = names.map((name, at) => ({ ...(PEOPLE[at] ?? OTHERS), mark: String(at + 1), words: name }));
  return tinted(
    steps,
    worth,
    count,
    (place) => place,
    (place) => ({ text: names[place] ?? "" }),
  );
}

function tinted(
  steps: readonly Omit<KeyStep, "units">[],
  worth: Worth,
  count: number,
  stepOf: (value: number) => number,
  say: Say,
): Tinted {
  const units = steps.map(() => 0);
  const tints = Array.from({ length: count }, (_, unit): Tint | null => {
    const value = worth(unit);
    const at = value === null ? -1 : stepOf(value);
    const step = steps[at];
    if (!step || value === null) return null;
    units[at] = (units[at] ?? 0) + 1;
    return { fill: step.fill, ink: step.ink, mark: step.mark, note: "", ...say(value) };
  });
  const key = steps.map((step, at) => ({ ...step, units: units[at] ?? 0 }));
  return { of: (unit) => tints[unit] ?? null, key, without: tints.filter((tint) => tint === null).length };
}
