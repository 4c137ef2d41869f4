import fc from "fast-check";
import { expect, it } from "vitest";
import { layOut, roomy, type Tower } from "~/features/units/board-layout";
import { CELLS } from "~/features/units/board-scene";

const tower = (columns: number, floors: number): Tower => ({
  ...{ building: `${columns}栋`, entrance: "", columns, units: columns * floors },
  floors: Array.from({ length: floors }, (_, at) => ({ label: String(floors - at), no: floors - at })),
  cells: Int32Array.from({ length: columns * floors }, (_, at) => at),
});
const anyTower = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 45 }))
  .map(([c, f]) => tower(c, f));
const anyRoom = fc.record({
  width: fc.integer({ min: 320, max: 3_000 }),
  height: fc.integer({ min: 300, max: 1_500 }),
});

it("fills the room that one street of towers leaves idle, and never makes the board wider than the room", () => {
  fc.assert(
    fc.property(fc.array(anyTower, { minLength: 1, maxLength: 5 }), anyRoom, (towers, room) => {
      const cell = roomy(towers, CELLS.medium, room);
      expect(cell.width).toBeGreaterThanOrEqual(CELLS.medium.width);
      if (cell.width === CELLS.medium.width && cell.height === CELLS.medium.height) return;
      const layout = layOut(towers, cell, room.width);
      expect(layout.streets).toHaveLength(1);
      expect(layout.width).toBeLessThanOrEqual(room.width);
    }),
  );
});

it("shows thirty floors of two towers at once where the room is that of a desk", () => {
  const room = { width: 1_180, height: 610 };
  const towers = [tower(4, 30), tower(4, 30)];
  const cell = roomy(towers, CELLS.medium, room);
  expect(cell.width).toBeGreaterThan(2 * CELLS.medium.width);
  expect(layOut(towers, cell, room.width).height).toBeLessThanOrEqual(room.height);
});

it("keeps the size of cells where the towers do not stand in one street", () => {
  expect(roomy([tower(12, 30), tower(12, 30)], CELLS.medium, { width: 390, height: 600 })).toBe(CELLS.medium);
});
