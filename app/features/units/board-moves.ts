import type { Spot } from "./board-layout";

type Direction = { dx: number; dy: number };

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: { dx: -1, dy: 0 },
  ArrowRight: { dx: 1, dy: 0 },
  ArrowUp: { dx: 0, dy: -1 },
  ArrowDown: { dx: 0, dy: 1 },
};

/** The unit that a key leads to from another; null where the key means nothing or nothing lies there. */
export function neighbour(spots: readonly (Spot | null)[], from: number, key: string): number | null {
  const here = spots[from] ?? null;
  if (key === "Home" || (!here && key in DIRECTIONS)) return firstOf(spots);
  if (key === "End") return spots.findLastIndex((spot) => spot !== null);
  const direction = DIRECTIONS[key];
  if (!direction || !here) return null;
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  spots.forEach((spot, at) => {
    if (!spot || at === from) return;
    const along = (spot.x - here.x) * direction.dx + (spot.y - here.y) * direction.dy;
    const aside = Math.abs((spot.x - here.x) * direction.dy) + Math.abs((spot.y - here.y) * direction.dx);
    // What lies straight ahead goes before what is nearer but aside.
    const cost = along + aside * 4;
    if (along <= 0 || cost >= least) return;
    least = cost;
    best = at;
  });
  return best;
}

function firstOf(spots: readonly (Spot | null)[]): number | null {
  const first = spots.findIndex((spot) => spot !== null);
  return first < 0 ? null : first;
}
