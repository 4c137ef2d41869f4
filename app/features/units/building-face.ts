import { type Tower, towersOf } from "./board-layout";
import type { BoardUnit } from "./board-unit";

/** A row of a tower as it stands on a wall or a sheet; -1 is where no unit is. */
export type FaceRow = { label: string; units: readonly number[] };
export type Face = { entrance: string; columns: number; rows: readonly FaceRow[] };
/** A building seen from the front: its towers side by side. */
export type BuildingFace = { name: string; faces: readonly Face[]; rows: number; columns: number };

/** A car park has hundreds of doors on one floor: they stand in rows of so many. */
const WIDEST = 24;

/** The buildings that have units, in their order on the board. */
export function buildingFaces(units: readonly BoardUnit[], buildings: readonly string[]): BuildingFace[] {
  const towers = towersOf(units, buildings);
  const names = [...new Set(towers.map(({ building }) => building))];
  return names.map((name) => {
    const faces = towers.filter(({ building }) => building === name).map(faceOf);
    const rows = Math.max(...faces.map((face) => face.rows.length));
    return { name, faces, rows, columns: faces.reduce((sum, face) => sum + face.columns, 0) };
  });
}

function faceOf({ entrance, floors, columns, cells }: Tower): Face {
  const whole = floors.map(({ label }, at) => ({
    label,
    units: [...cells.subarray(at * columns, (at + 1) * columns)],
  }));
  if (columns <= WIDEST) return { entrance, columns, rows: whole };
  return { entrance, columns: WIDEST, rows: whole.flatMap(inParts) };
}

function inParts({ label, units }: FaceRow): FaceRow[] {
  const doors = units.filter((unit) => unit >= 0);
  const parts = Array.from({ length: Math.ceil(doors.length / WIDEST) }, (_, at) =>
    doors.slice(at * WIDEST, (at + 1) * WIDEST),
  );
  return parts.map((part, at) => ({ label: at === 0 ? label : "", units: part }));
}
