import type { DiscountLine, DiscountOrder, PricedUnit } from "./discount";
import { type Fen, fen } from "./money";
import { type Ppm, WHOLE } from "./rate";
import { unless, type Verdict } from "./refusal";
import { quotient, type Rounding } from "./rounding";

/** How a price is rounded, once, at the end: to whole steps of 1, 10, 100 or 1000 yuan. */
export type PriceRounding = { step: Fen; direction: Rounding };

/** Figures a step shows beside its amount: rates in ppm, unit prices in 1/100 fen per ㎡, areas in centiares. */
type Figures = Readonly<Record<string, number>>;

export const STEP_KINDS = ["LIST", "TOTAL_OFF", "UNIT_OFF", "MULTIPLY", "POINTS", "ROUNDING", "SPECIAL"] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** One step: what it takes off (below zero) or adds, and the price after it, both to the fen. */
export type DerivationStep = {
  kind: StepKind;
  lineId: string | null;
  name: string | null;
  figures: Figures;
  change: Fen;
  running: Fen;
};

/** A price with every step that leads to it; `final` is the last step's price. */
export type Derivation = { order: DiscountOrder; steps: readonly DerivationStep[]; final: Fen };

type Exact = { value: bigint; per: bigint };
type Change = Pick<DerivationStep, "kind" | "lineId" | "name" | "figures"> & { apply: (price: Exact) => Exact };

// Unit price × area is counted in 1/10 000 fen.
const AREA_PRODUCT = 10_000n;

/**
 * The scheme price of a unit under the lines that count, in the project's order:
 * SUBTRACT_THEN_MULTIPLY (list − Σa − Σb·area) × Πk × (1 − Σp), MULTIPLY_THEN_SUBTRACT
 * list × Πk × (1 − Σp) − Σa − Σb·area. Exact throughout, rounded once at the end; the steps are shown to the fen.
 */
export function deriveSchemePrice(
  unit: PricedUnit,
  lines: readonly DiscountLine[],
  order: DiscountOrder,
  rounding: PriceRounding,
): Derivation {
  const subtracts = lines.flatMap((line) => subtraction(line, unit));
  const multiplies = [...lines.flatMap(multiplication), ...pointsTogether(lines)];
  const changes = order === "SUBTRACT_THEN_MULTIPLY" ? [...subtracts, ...multiplies] : [...multiplies, ...subtracts];

  let price: Exact = { value: BigInt(unit.list), per: 1n };
  const steps: DerivationStep[] = [
    { kind: "LIST", lineId: null, name: null, figures: { area: unit.area }, change: unit.list, running: unit.list },
  ];
  for (const { apply, ...shown } of changes) {
    price = apply(price);
    steps.push(stepAfter(steps, shown, toFen(price)));
  }
  const step = BigInt(rounding.step);
  const final = fen(quotient(price.value, price.per * step, rounding.direction) * step);
  if (final !== steps.at(-1)?.running) {
    steps.push(
      stepAfter(steps, { kind: "ROUNDING", lineId: null, name: null, figures: { step: rounding.step } }, final),
    );
  }
  return { order, steps, final };
}

/** The derivation of the deal price: the scheme price, and on top of it the special discount, if any. */
export function withSpecialDiscount(scheme: Derivation, dealPrice: Fen): Derivation {
  if (dealPrice === scheme.final) return scheme;
  const figures = { depth: specialDepth(scheme.final, dealPrice) };
  const special = stepAfter(scheme.steps, { kind: "SPECIAL", lineId: null, name: null, figures }, dealPrice);
  return { ...scheme, steps: [...scheme.steps, special], final: dealPrice };
}

/** Depth of a special discount: 1 − deal ÷ scheme price, rounded up to the millionth; none at or above it. */
export function specialDepth(schemePrice: Fen, dealPrice: Fen): Ppm {
  if (dealPrice >= schemePrice) return 0 as Ppm;
  return Number(quotient(BigInt(schemePrice - dealPrice) * BigInt(WHOLE), BigInt(schemePrice), "UP")) as Ppm;
}

/** Discounts that eat the whole price are a mistake. */
export function isSellable(price: Fen): Verdict {
  return unless(price > 0, "price_not_positive", { price });
}

function subtraction(line: DiscountLine, unit: PricedUnit): Change[] {
  const shown = { kind: line.kind, lineId: line.id, name: line.name };
  if (line.kind === "TOTAL_OFF") {
    return [{ ...shown, figures: { amount: line.amount }, apply: minus(BigInt(line.amount) * AREA_PRODUCT) }];
  }
  if (line.kind !== "UNIT_OFF") return [];
  const figures = { perSquareMetre: line.perSquareMetre, area: unit.area };
  return [{ ...shown, figures, apply: minus(BigInt(line.perSquareMetre) * BigInt(unit.area)) }];
}

function multiplication(line: DiscountLine): Change[] {
  if (line.kind !== "MULTIPLY") return [];
  const { factor, id: lineId, name } = line;
  return [{ kind: "MULTIPLY", lineId, name, figures: { factor }, apply: times(factor) }];
}

function pointsTogether(lines: readonly DiscountLine[]): Change[] {
  const pointed = lines.filter((line) => line.kind === "POINTS");
  if (pointed.length === 0) return [];
  const points = pointed.reduce((sum, line) => sum + line.points, 0);
  const [only] = pointed;
  const lineId = pointed.length === 1 ? (only?.id ?? null) : null;
  const name = pointed.map((line) => line.name).join(" + ");
  return [{ kind: "POINTS", lineId, name, figures: { points }, apply: times(WHOLE - points) }];
}

function minus(tenThousandths: bigint): (price: Exact) => Exact {
  return ({ value, per }) => ({ value: value * AREA_PRODUCT - tenThousandths * per, per: per * AREA_PRODUCT });
}

function times(millionths: number): (price: Exact) => Exact {
  return ({ value, per }) => ({ value: value * BigInt(millionths), per: per * BigInt(WHOLE) });
}

function toFen(price: Exact): Fen {
  return fen(quotient(price.value, price.per, "HALF_UP"));
}

function stepAfter(
  steps: readonly DerivationStep[],
  shown: Omit<DerivationStep, "change" | "running">,
  running: Fen,
): DerivationStep {
  return { ...shown, change: fen(running - (steps.at(-1)?.running ?? 0)), running };
}
