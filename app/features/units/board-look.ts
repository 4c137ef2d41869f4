import { SALE_STATES } from "~/domain/unit-state";
import type { Look } from "./board-scene";

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
    seal: colour("seal"),
    font: getComputedStyle(element).fontFamily,
    fills: SALE_STATES.map((state) => ({
      fill: colour(`state-${state.toLowerCase()}`),
      ink: colour(`state-${state.toLowerCase()}-ink`),
    })),
  };
  probe.remove();
  return look;
}
