import type { Locale } from "./locale";

const GROUPS = /\B(?=(\d{3})+$)/g;
const FEN_PER_WAN = 1_000_000n;
const FEN_PER_HUNDRED_MILLION = 10_000_000_000n;
const THOUSANDS = { from: 0n, per: 100_000n, places: 1, mark: "k" };
const ENGLISH = [
  { from: 100_000_000_000n, per: 100_000_000_000n, places: 2, mark: "bn" },
  { from: 100_000_000n, per: 100_000_000n, places: 2, mark: "m" },
];

/** "1,925,847.00": a whole number of the 10^-places unit, with separators. Never goes through a float. */
export function decimal(value: number | bigint, places: number): string {
  const whole = BigInt(value);
  const digits = String(whole < 0n ? -whole : whole).padStart(places + 1, "0");
  const split = digits.length - places;
  const fraction = places > 0 ? `.${digits.slice(split)}` : "";
  return `${whole < 0n ? "−" : ""}${digits.slice(0, split).replace(GROUPS, ",")}${fraction}`;
}

/** Fen as yuan: "¥1,925,847.00". */
export function money(fen: number | bigint): string {
  const text = decimal(fen, 2);
  return text.startsWith("−") ? `−¥${text.slice(1)}` : `¥${text}`;
}

/**
 * Fen at a glance, rounded half up to two places. Chinese: "192.58万", from 10^8 yuan "1.93亿".
 * English has no 万: "¥1.93m", below a million "¥925.8k", from 10^9 yuan "¥1.71bn".
 */
export function wan(fen: number | bigint, locale: Locale): string {
  const value = BigInt(fen);
  const size = value < 0n ? -value : value;
  if (locale === "zh-CN") {
    if (size < FEN_PER_HUNDRED_MILLION) return `${scaled(value, FEN_PER_WAN, 2)}万`;
    return `${scaled(value, FEN_PER_HUNDRED_MILLION, 2)}亿`;
  }
  const { per, places, mark } = ENGLISH.find(({ from }) => size >= from) ?? THOUSANDS;
  return `¥${scaled(value, per, places)}${mark}`.replace("¥−", "−¥");
}

/** Centiares as square metres: "89.50㎡". */
export function area(centiares: number | bigint): string {
  return `${decimal(centiares, 2)}㎡`;
}

/** Unit price from 1/100 fen per ㎡, rounded half up to the fen: "¥21,517.84/㎡". */
export function unitPrice(centifen: number | bigint): string {
  return `${money(quotient(BigInt(centifen), 100n))}/㎡`;
}

/** Millionths as percent without idle zeros: 39 500 → "3.95%", 1 000 000 → "100%". */
export function percent(ppm: number | bigint): string {
  return `${decimal(ppm, 4).replace(/\.?0+$/, "")}%`;
}

function scaled(value: bigint, per: bigint, places: number): string {
  return decimal(quotient(value * 10n ** BigInt(places), per), places);
}

/** Half up by size. */
function quotient(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value;
  const rounded = (size * 2n + by) / (by * 2n);
  return value < 0n ? -rounded : rounded;
}
