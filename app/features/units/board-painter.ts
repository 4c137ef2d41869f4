import { paintCell } from "./board-cell";
import { type CellSize, FLOOR_LABELS, type PlacedTower } from "./board-layout";
import type { Scene } from "./board-scene";

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
  for (const unit of scene.picked) outline(context, scene, unit, 3.5, look.seal);
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
  const size = scene.cell;
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
      paintCell(context, scene, unit, x, y, { size, ratio: view.ratio });
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
  const size = scene.cell;
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
