import { SALE_STATES } from "~/domain/unit-state";
import type { Look } from "./board-scene";

/** Five steps from cheap to dear: one hue, told apart by lightness. */
const HEAT = [
  { fill: "#e7f2f0", ink: "#12312f" },
  { fill: "#b3d9d3", ink: "#0c2c2a" },
  { fill: "#6fb3ad", ink: "#05201f" },
  { fill: "#2f7f80", ink: "#ffffff" },
  { fill: "#0c474e", ink: "#ffffff" },
] as const;

/** The colours of the page as they are now, for the canvas, which knows no CSS. */
export function lookOf(element: Element): Look {
  const probe = document.createElement("span");
  element.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const look = {
    ink: colour("ink"),
    soft: colour("ink-faint"),
    line: colour("sunken"),
    ground: colour("line"),
    accent: colour("accent"),
    font: getComputedStyle(element).fontFamily,
    fills: SALE_STATES.map((state) => ({
      fill: colour(`state-${state.toLowerCase()}`),
      ink: colour(`state-${state.toLowerCase()}-ink`),
    })),
    heat: HEAT,
  };
  probe.remove();
  return look;
}

/** Upper bounds of five classes with about as many units in each; empty where nothing has a price. */
export function priceClasses(unitPrices: Float32Array): number[] {
  const priced = unitPrices.filter((price) => price > 0).sort();
  if (priced.length === 0) return [];
  return [1, 2, 3, 4, 5].map(
    (step) => priced[Math.min(priced.length - 1, Math.ceil((priced.length * step) / 5) - 1)] ?? 0,
  );
}

export { HEAT };
