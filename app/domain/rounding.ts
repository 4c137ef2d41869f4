/** By size, whatever the sign: UP grows, DOWN shrinks, HALF_UP goes to the nearest, a half grows. */
export const ROUNDINGS = ["UP", "DOWN", "HALF_UP"] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** The whole quotient `value ÷ by` (`by` above zero), rounded by name. */
export function quotient(value: bigint, by: bigint, rounding: Rounding): bigint {
  if (by <= 0n) throw new RangeError(`cannot divide by ${by}`);
  const rest = value % by;
  const toZero = value / by;
  const size = rest < 0n ? -rest : rest;
  const grows = rounding === "UP" ? size > 0n : rounding === "HALF_UP" && size * 2n >= by;
  return grows ? toZero + (value < 0n ? -1n : 1n) : toZero;
}
