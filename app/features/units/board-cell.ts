import { SALE_STATES } from "~/domain/unit-state";
import type { CellSize } from "./board-layout";
import type { Scene } from "./board-scene";
import { priceOf } from "./board-sums";
import { Tiles } from "./board-tiles";

const tiles = new Tiles();

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
  const { fill, ink } = lookOf(scene, unit, state);
  if (scene.lens === "state") {
    const tile = tiles.tile(scene.look, state, size, ratio, scene.detail === "medium" ? sign : "");
    context.drawImage(tile, x, y, size.width, size.height);
  } else {
    context.fillStyle = fill;
    context.fillRect(x, y, size.width, size.height);
  }
  if (scene.detail === "small") return;
  context.fillStyle = ink;
  if (scene.detail === "medium") mediumText(context, scene, unit, x, y, size, scene.lens === "state" ? "" : sign);
  else largeText(context, scene, unit, x, y, size, sign);
}

function lookOf(scene: Scene, unit: number, state: number): { fill: string; ink: string } {
  const plain = { fill: scene.look.line, ink: scene.look.ink };
  if (scene.lens === "state") return scene.look.fills[state] ?? plain;
  const price = scene.model.unitPrices[unit] ?? 0;
  if (price === 0) return plain;
  const at = scene.classes.findIndex((bound) => price <= bound);
  return scene.look.heat[at < 0 ? scene.look.heat.length - 1 : at] ?? plain;
}

function mediumText(
  context: CanvasRenderingContext2D,
  scene: Scene,
  unit: number,
  x: number,
  y: number,
  size: CellSize,
  sign: string,
): void {
  context.textBaseline = "middle";
  context.font = `10px ${scene.look.font}`;
  context.textAlign = "left";
  if (sign) context.fillText(sign, x + 4, y + size.height / 2 + 0.5);
  context.textAlign = "right";
  context.fillText(
    scene.model.units[unit]?.number ?? "",
    x + size.width - 4,
    y + size.height / 2 + 0.5,
    size.width - 20,
  );
}

function largeText(
  context: CanvasRenderingContext2D,
  scene: Scene,
  unit: number,
  x: number,
  y: number,
  size: CellSize,
  sign: string,
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
  if (price !== null) context.fillText(scene.words.price(price), x + 7, y + 48, size.width - 12);
  context.textAlign = "right";
  context.font = `600 12px ${scene.look.font}`;
  context.fillText(sign, x + size.width - 6, y + 17);
}
