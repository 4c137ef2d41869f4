import { SALE_STATES } from "~/domain/unit-state";
import type { CellSize } from "./board-layout";
import type { Scene, Tint } from "./board-scene";
import { priceOf } from "./board-sums";
import { Tiles } from "./board-tiles";

const tiles = new Tiles();
const ROOM_FOR_VALUE = 96;
const ROOM_FOR_AREA = 132;

/** One unit: its colour and pattern, and as much about it as there is room for. */
export function paintCell(
  context: CanvasRenderingContext2D,
  scene: Scene,
  unit: number,
  x: number,
  y: number,
  { size, ratio }: { size: CellSize; ratio: number },
): void {
  const state = scene.model.states[unit] ?? 0;
  const sign = scene.words.sign(SALE_STATES[state] ?? "UNRELEASED");
  const tint = scene.tint?.(unit) ?? null;
  const { fill, ink } = scene.tint
    ? (tint ?? { fill: scene.look.line, ink: scene.look.ink })
    : (scene.look.fills[state] ?? { fill: "", ink: "" });
  if (scene.tint) {
    context.fillStyle = fill;
    context.fillRect(x, y, size.width, size.height);
  } else {
    const tile = tiles.tile(scene.look, state, size, ratio, scene.detail === "medium" ? sign : "");
    context.drawImage(tile, x, y, size.width, size.height);
  }
  context.fillStyle = ink;
  if (scene.detail === "large") largeText(context, scene, unit, x, y, size, sign, tint);
  else if (scene.detail === "medium") mediumText(context, scene, unit, x, y, size, sign, tint);
  else if (tint) centred(context, tint.mark, x, y, size, `9px ${scene.look.font}`);
}

function centred(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  size: CellSize,
  font: string,
): void {
  context.textBaseline = "middle";
  context.textAlign = "center";
  context.font = font;
  context.fillText(text, x + size.width / 2, y + size.height / 2 + 0.5, size.width);
}

/** Sign and number; in a wider cell what it costs or what the lens shows, in a still wider one its area too. */
function mediumText(
  context: CanvasRenderingContext2D,
  scene: Scene,
  unit: number,
  x: number,
  y: number,
  size: CellSize,
  sign: string,
  tint: Tint | null,
): void {
  const shown = scene.model.units[unit];
  if (!shown) return;
  const middle = y + size.height / 2 + 0.5;
  const wide = size.width >= ROOM_FOR_VALUE;
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.font = `600 11px ${scene.look.font}`;
  if (scene.tint) context.fillText(wide ? sign : (tint?.mark ?? ""), x + 4, middle);
  context.font = `10px ${scene.look.font}`;
  if (!wide) {
    context.textAlign = "right";
    context.fillText(shown.number, x + size.width - 4, middle, size.width - 20);
    return;
  }
  const price = priceOf(shown);
  context.font = `${size.width < ROOM_FOR_AREA ? 10 : 11}px ${scene.look.font}`;
  context.fillText(shown.number, x + 19, middle, 30);
  context.textAlign = "right";
  const value = scene.tint ? tint?.text : price !== null && scene.words.price(price);
  if (value) context.fillText(value, x + size.width - 5, middle, size.width - 54);
  if (size.width < ROOM_FOR_AREA) return;
  context.fillText(scene.words.area(shown.gross), x + size.width * 0.62, middle);
}

function largeText(
  context: CanvasRenderingContext2D,
  scene: Scene,
  unit: number,
  x: number,
  y: number,
  size: CellSize,
  sign: string,
  tint: Tint | null,
): void {
  const shown = scene.model.units[unit];
  if (!shown) return;
  const price = priceOf(shown);
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  context.font = `650 13px ${scene.look.font}`;
  context.fillText(shown.number, x + 7, y + 18, size.width - 30);
  context.font = `11px ${scene.look.font}`;
  context.fillText(scene.words.area(shown.gross), x + 7, y + 33, size.width - 12);
  const value = scene.tint ? tint?.text : price !== null && scene.words.price(price);
  if (value) context.fillText(value, x + 7, y + 48, size.width - 12);
  context.textAlign = "right";
  context.font = `600 12px ${scene.look.font}`;
  context.fillText(sign, x + size.width - 6, y + 17);
}
