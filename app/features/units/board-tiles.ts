import { SALE_STATES } from "~/domain/unit-state";
import type { CellSize } from "./board-layout";
import { drawPattern } from "./board-pattern";

type TileLook = { fills: readonly { fill: string; ink: string }[]; font: string };

/** Cells as they are stamped on the board: one small picture per state, drawn once per size and theme. */
export class Tiles {
  readonly #made = new Map<string, HTMLCanvasElement>();
  #look: TileLook | null = null;

  /** The cell of a state, with its sign where one is given. */
  tile(look: TileLook, state: number, size: CellSize, ratio: number, sign: string): HTMLCanvasElement {
    if (this.#look !== look) this.#made.clear();
    this.#look = look;
    const key = `${state} ${size.width} ${size.height} ${ratio} ${sign}`;
    const known = this.#made.get(key);
    if (known) return known;
    const made = drawTile(look, state, size, ratio, sign);
    this.#made.set(key, made);
    return made;
  }
}

function drawTile(look: TileLook, state: number, size: CellSize, ratio: number, sign: string): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(size.width * ratio);
  canvas.height = Math.ceil(size.height * ratio);
  const context = canvas.getContext("2d");
  const { fill, ink } = look.fills[state] ?? { fill: "#888", ink: "#000" };
  if (!context) return canvas;
  context.scale(ratio, ratio);
  context.fillStyle = fill;
  context.fillRect(0, 0, size.width, size.height);
  drawPattern(context, SALE_STATES[state] ?? "UNRELEASED", 0, 0, size.width, size.height);
  if (sign) {
    context.fillStyle = ink;
    context.font = `600 11px ${look.font}`;
    context.textBaseline = "middle";
    context.fillText(sign, 4, size.height / 2 + 0.5);
  }
  return canvas;
}
