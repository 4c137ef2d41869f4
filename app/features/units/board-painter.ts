import { SALE_STATES, type SaleState } from "~/domain/unit-state";
import { type BoardLayout, type CellSize, FLOOR_LABELS, type PlacedTower, type Spot } from "./board-layout";
import type { BoardModel } from "./board-model";
import { drawPattern } from "./board-pattern";
import { priceOf } from "./board-sums";

/** How much a cell shows: only its colour and pattern, a sign too, or number, area and price. */
export type Detail = "small" | "medium" | "large";
export type Lens = "state" | "price";

export const CELLS: Readonly<Record<Detail, CellSize>> = {
  small: { width: 15, height: 12, gap: 1 },
  medium: { width: 54, height: 26, gap: 2 },
  large: { width: 96, height: 56, gap: 3 },
};

export type Look = {
  ink: string;
  soft: string;
  line: string;
  ground: string;
  accent: string;
  font: string;
  fills: readonly { fill: string; ink: string }[];
  heat: readonly { fill: string; ink: string }[];
};

export type Words = {
  sign: (state: SaleState) => string;
  area: (centiares: number) => string;
  price: (fen: number) => string;
  free: (count: number) => string;
};

export type Scene = {
  model: BoardModel;
  layout: BoardLayout;
  spots: readonly (Spot | null)[];
  matching: Uint8Array;
  detail: Detail;
  lens: Lens;
  /** Upper bounds of the price classes, in fen per 1/100 ㎡. */
  classes: readonly number[];
  cursor: number;
  hover: number;
  look: Look;
  words: Words;
};

type View = { left: number; top: number; width: number; height: number; ratio: number };

const FLASH_MS = 1_600;
const FADED = 0.13;

/** Draws what is in view. Returns whether something still moves, so that another frame is wanted. */
export function paint(context: CanvasRenderingContext2D, scene: Scene, view: View, moment: number): boolean {
  const { layout, look } = scene;
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  context.clearRect(0, 0, view.width, view.height);
  context.translate(-view.left, -view.top);
  context.strokeStyle = look.ground;
  context.lineWidth = 1;
  for (const ground of layout.streets) {
    if (ground < view.top || ground > view.top + view.height) continue;
    line(context, view.left, ground + 0.5, view.left + view.width);
  }
  let moving = false;
  for (const tower of layout.towers) {
    if (tower.y + tower.height < view.top || tower.y - 40 > view.top + view.height) continue;
    if (tower.x > view.left + view.width || tower.x + tower.width < view.left) continue;
    paintHead(context, scene, tower);
    moving = paintTower(context, scene, tower, view, moment) || moving;
  }
  outline(context, scene, scene.hover, 1.5, look.ink);
  outline(context, scene, scene.cursor, 2.5, look.accent);
  return moving;
}

function paintHead(context: CanvasRenderingContext2D, { look, words, model, detail }: Scene, tower: PlacedTower): void {
  const name = `${tower.building}${tower.entrance ? ` ${tower.entrance}` : ""}`;
  const free = tower.cells.reduce(
    (sum, unit) => sum + (unit >= 0 && model.units[unit]?.state === "AVAILABLE" ? 1 : 0),
    0,
  );
  const left = tower.x + FLOOR_LABELS;
  const room = tower.width - FLOOR_LABELS;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.fillStyle = look.ink;
  context.font = `600 ${detail === "small" ? 11.5 : 13}px ${look.font}`;
  context.fillText(name, left, tower.y - (room > 70 ? 18 : 6), room + 14);
  if (room <= 70) return;
  context.fillStyle = look.soft;
  context.font = `10.5px ${look.font}`;
  context.fillText(words.free(free), left, tower.y - 5, room + 14);
}

function paintTower(
  context: CanvasRenderingContext2D,
  scene: Scene,
  tower: PlacedTower,
  view: View,
  moment: number,
): boolean {
  const size = CELLS[scene.detail];
  const step = size.height + size.gap;
  const first = Math.max(0, Math.floor((view.top - tower.y) / step));
  const last = Math.min(tower.floors.length - 1, Math.floor((view.top + view.height - tower.y) / step));
  let moving = false;
  for (let floor = first; floor <= last; floor++) {
    const y = tower.y + floor * step;
    floorLabel(context, scene, tower, floor, y + size.height / 2);
    for (let column = 0; column < tower.columns; column++) {
      const unit = tower.cells[floor * tower.columns + column] ?? -1;
      if (unit < 0) continue;
      const x = tower.x + FLOOR_LABELS + column * (size.width + size.gap);
      context.globalAlpha = scene.matching[unit] ? 1 : FADED;
      paintCell(context, scene, unit, x, y, size);
      context.globalAlpha = 1;
      moving = flash(context, scene, unit, x, y, size, moment) || moving;
    }
  }
  return moving;
}

function floorLabel(
  context: CanvasRenderingContext2D,
  scene: Scene,
  tower: PlacedTower,
  floor: number,
  middle: number,
): void {
  const { label = "", no = 0 } = tower.floors[floor] ?? {};
  const sparse = scene.detail === "small" && no > 0 && no % 5 !== 0 && floor !== 0 && no !== 1;
  if (sparse) return;
  context.fillStyle = scene.look.soft;
  context.font = `${scene.detail === "small" ? 9 : 11}px ${scene.look.font}`;
  context.textAlign = "right";
  context.textBaseline = "middle";
  context.fillText(
    label.length > 3 ? `${label.slice(0, 2)}…` : label,
    tower.x + FLOOR_LABELS - 5,
    middle + 0.5,
    FLOOR_LABELS - 4,
  );
}

function paintCell(
  context: CanvasRenderingContext2D,
  scene: Scene,
  unit: number,
  x: number,
  y: number,
  size: CellSize,
): void {
  const state = scene.model.states[unit] ?? 0;
  const { fill, ink } = lookOf(scene, unit, state);
  context.fillStyle = fill;
  context.fillRect(x, y, size.width, size.height);
  if (scene.lens === "state") drawPattern(context, SALE_STATES[state] ?? "UNRELEASED", x, y, size.width, size.height);
  if (scene.detail === "small") return;
  context.fillStyle = ink;
  if (scene.detail === "medium") mediumText(context, scene, unit, state, x, y, size);
  else largeText(context, scene, unit, state, x, y, size);
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
  state: number,
  x: number,
  y: number,
  size: CellSize,
): void {
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.font = `600 11px ${scene.look.font}`;
  context.fillText(scene.words.sign(SALE_STATES[state] ?? "UNRELEASED"), x + 4, y + size.height / 2 + 0.5);
  context.textAlign = "right";
  context.font = `10px ${scene.look.font}`;
  context.fillText(
    scene.model.units[unit]?.number ?? "",
    x + size.width - 3,
    y + size.height / 2 + 0.5,
    size.width - 18,
  );
}

function largeText(
  context: CanvasRenderingContext2D,
  scene: Scene,
  unit: number,
  state: number,
  x: number,
  y: number,
  size: CellSize,
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
  context.fillText(scene.words.sign(SALE_STATES[state] ?? "UNRELEASED"), x + size.width - 6, y + 17);
}

/** A ring that fades where something has just changed. */
function flash(
  context: CanvasRenderingContext2D,
  { model, look }: Scene,
  unit: number,
  x: number,
  y: number,
  size: CellSize,
  moment: number,
): boolean {
  const changed = model.changedAt[unit] ?? 0;
  const passed = moment - changed;
  if (changed === 0 || passed > FLASH_MS) return false;
  context.globalAlpha = 1 - passed / FLASH_MS;
  context.strokeStyle = look.accent;
  context.lineWidth = 3;
  context.strokeRect(x - 1.5, y - 1.5, size.width + 3, size.height + 3);
  context.globalAlpha = 1;
  return true;
}

function outline(context: CanvasRenderingContext2D, scene: Scene, unit: number, width: number, color: string): void {
  const spot = scene.spots[unit];
  if (!spot) return;
  const size = CELLS[scene.detail];
  context.strokeStyle = color;
  context.lineWidth = width;
  context.strokeRect(spot.x - 1.5, spot.y - 1.5, size.width + 3, size.height + 3);
}

function line(context: CanvasRenderingContext2D, from: number, y: number, to: number): void {
  context.beginPath();
  context.moveTo(from, y);
  context.lineTo(to, y);
  context.stroke();
}
