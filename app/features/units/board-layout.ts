import type { BoardUnit } from "./board-unit";

/** Sizes of a cell and the spaces around it, in CSS pixels. */
export type CellSize = { width: number; height: number; gap: number };

/** One tower: floors downwards, doors across. `cells` holds the unit's index at floor × columns + door, or -1. */
export type Tower = {
  building: string;
  entrance: string;
  floors: readonly { label: string; no: number }[];
  columns: number;
  cells: Int32Array;
  units: number;
};

export type PlacedTower = Tower & { x: number; y: number; width: number; height: number; ground: number };
export type BoardLayout = { towers: readonly PlacedTower[]; width: number; height: number; streets: readonly number[] };

export const TOWER_HEAD = 34;
export const FLOOR_LABELS = 26;
const BETWEEN_TOWERS = 18;
const BETWEEN_BUILDINGS = 34;
const BETWEEN_STREETS = 40;
const MARGIN = 16;

/** The towers of a project in the order of its buildings, each with its floors from the top. */
export function towersOf(units: readonly BoardUnit[], buildings: readonly string[]): Tower[] {
  const groups = new Map<string, number[]>();
  units.forEach((unit, at) => {
    const key = `${unit.building}\u0000${unit.entrance}`;
    const group = groups.get(key);
    if (group) group.push(at);
    else groups.set(key, [at]);
  });
  const order = new Map(buildings.map((name, at) => [name, at] as const));
  const towers = [...groups.values()].map((group) => towerOf(units, group));
  return towers.sort(
    (one, other) =>
      (order.get(one.building) ?? 0) - (order.get(other.building) ?? 0) || natural(one.entrance, other.entrance),
  );
}

/** Towers side by side along streets, all standing on the ground: basements hang below it. */
export function layOut(towers: readonly Tower[], size: CellSize, available: number): BoardLayout {
  const streets: PlacedTower[][] = [[]];
  let x = MARGIN;
  let before: Tower | null = null;
  for (const tower of towers) {
    const width = FLOOR_LABELS + tower.columns * (size.width + size.gap);
    const space = before === null ? 0 : before.building === tower.building ? BETWEEN_TOWERS : BETWEEN_BUILDINGS;
    const street = streets.at(-1) ?? [];
    const full = street.length > 0 && x + space + width > available - MARGIN;
    const left = full ? MARGIN : x + space;
    const placed = {
      ...tower,
      x: left,
      y: 0,
      width,
      height: tower.floors.length * (size.height + size.gap),
      ground: 0,
    };
    if (full) streets.push([placed]);
    else street.push(placed);
    x = left + width;
    before = tower;
  }
  return stand(streets, size);
}

/**
 * Cells that leave no room idle where all towers stand in one street: wider, and as high as shows the whole of the
 * tallest tower. Elsewhere they keep their size, and one scrolls.
 */
export function roomy(
  towers: readonly Tower[],
  size: CellSize,
  available: { width: number; height: number },
): CellSize {
  const columns = towers.reduce((sum, tower) => sum + tower.columns, 0);
  const floors = Math.max(1, ...towers.map((tower) => tower.floors.length));
  const between = towers.length * (FLOOR_LABELS + BETWEEN_BUILDINGS) + 2 * MARGIN;
  const width = Math.floor((available.width - between) / Math.max(1, columns)) - size.gap;
  if (width < size.width) return size;
  const height = Math.floor((available.height - TOWER_HEAD - 2 * MARGIN) / floors) - size.gap;
  return {
    width: Math.min(width, size.width * 3),
    height: Math.max(Math.round(size.height * 0.6), Math.min(height, Math.round(size.height * 1.4))),
    gap: size.gap,
  };
}

function stand(streets: PlacedTower[][], size: CellSize): BoardLayout {
  const step = size.height + size.gap;
  const lines: number[] = [];
  let top = MARGIN;
  let widest = 0;
  for (const street of streets) {
    const above = Math.max(0, ...street.map((tower) => floorsAbove(tower) * step));
    const below = Math.max(0, ...street.map((tower) => (tower.floors.length - floorsAbove(tower)) * step));
    const ground = top + TOWER_HEAD + above;
    for (const tower of street) {
      tower.ground = ground;
      tower.y = ground - floorsAbove(tower) * step;
      widest = Math.max(widest, tower.x + tower.width);
    }
    lines.push(ground);
    top = ground + below + BETWEEN_STREETS;
  }
  return { towers: streets.flat(), width: widest + MARGIN, height: top - BETWEEN_STREETS + MARGIN, streets: lines };
}

/** Above ground from the first floor up; 半地下 stands just below the line. */
function floorsAbove(tower: Tower): number {
  return tower.floors.filter(({ no }) => no > 0).length;
}

/** The unit under a point of the board, or -1. */
export function unitAt(layout: BoardLayout, size: CellSize, x: number, y: number): number {
  for (const tower of layout.towers) {
    if (x < tower.x + FLOOR_LABELS || x >= tower.x + tower.width || y < tower.y || y >= tower.y + tower.height)
      continue;
    const column = Math.floor((x - tower.x - FLOOR_LABELS) / (size.width + size.gap));
    const floor = Math.floor((y - tower.y) / (size.height + size.gap));
    return tower.cells[floor * tower.columns + column] ?? -1;
  }
  return -1;
}

export type Spot = { tower: PlacedTower; floor: number; column: number; x: number; y: number };

/** Where each unit stands. */
export function spotsOf(layout: BoardLayout, size: CellSize, count: number): (Spot | null)[] {
  const spots: (Spot | null)[] = Array.from({ length: count }, () => null);
  for (const tower of layout.towers) {
    tower.cells.forEach((unit, at) => {
      if (unit < 0) return;
      const floor = Math.floor(at / tower.columns);
      const column = at % tower.columns;
      const x = tower.x + FLOOR_LABELS + column * (size.width + size.gap);
      spots[unit] = { tower, floor, column, x, y: tower.y + floor * (size.height + size.gap) };
    });
  }
  return spots;
}

function towerOf(units: readonly BoardUnit[], group: readonly number[]): Tower {
  const floors = new Map<string, { label: string; no: number; doors: { door: string; at: number }[] }>();
  for (const at of group) {
    const unit = units[at];
    if (!unit) continue;
    const floor = floors.get(unit.floor) ?? { label: unit.floor, no: unit.floorNo, doors: [] };
    floor.doors.push({ door: doorOf(unit), at });
    floors.set(unit.floor, floor);
  }
  const stack = [...floors.values()].sort((one, other) => other.no - one.no || natural(other.label, one.label));
  const usual = usualDoors(stack.map(({ doors }) => doors.map(({ door }) => door)));
  const columns = Math.max(usual.size, ...stack.map(({ doors }) => doors.length));
  const cells = new Int32Array(stack.length * columns).fill(-1);
  stack.forEach(({ doors }, floor) => {
    const regular = doors.every(({ door }) => usual.has(door));
    doors
      .sort((one, other) => natural(one.door, other.door))
      .forEach(({ door, at }, position) => {
        cells[floor * columns + (regular ? (usual.get(door) ?? position) : position)] = at;
      });
  });
  const first = units[group[0] ?? -1];
  const shown = stack.map(({ label, no }) => ({ label, no }));
  return {
    building: first?.building ?? "",
    entrance: first?.entrance ?? "",
    floors: shown,
    columns,
    cells,
    units: group.length,
  };
}

/** Doors that more than one floor has, and their columns. A floor of shops with other doors is packed to the left. */
function usualDoors(floors: readonly (readonly string[])[]): Map<string, number> {
  const count = new Map<string, number>();
  for (const door of floors.flatMap((doors) => [...new Set(doors)])) count.set(door, (count.get(door) ?? 0) + 1);
  const often = [...count].filter(([, times]) => times > 1 || floors.length === 1).map(([door]) => door);
  return new Map(often.sort(natural).map((door, column) => [door, column] as const));
}

/** 2103b on floor 21 is door 03b: the same column on every floor. */
function doorOf(unit: BoardUnit): string {
  const floor = /^\d+$/.test(unit.floor) ? unit.floor : "";
  const rest = floor ? new RegExp(`^[A-Za-z]?0*${floor}(?=.)`).exec(unit.number)?.[0] : null;
  return rest ? unit.number.slice(rest.length) : unit.number;
}

const collator = new Intl.Collator("zh", { numeric: true });
function natural(one: string, other: string): number {
  return collator.compare(one, other);
}
