import { type Attempt, attemptOf, firstOf } from "./attempt";
import { bringIn, type Row } from "./bring-in";
import { FILED_FEN } from "./homes";
import type { Unit } from "./records";
import { actor, nextKey, type Scene } from "./scene";
import { who } from "./unit-moves";

const STEP = 1_000_000;

/** A planner brings a list of homes: new ones, and other filed prices of those that a list brought before. */
export function bring(scene: Scene, rows: readonly Row[], post: "PLANNER" | "CONSULTANT" = "PLANNER", no = 0): Attempt {
  const { model } = scene;
  const { altered: _, ...attempt } = attemptOf(scene, {
    says: `${who(post, no)} imports ${rows.map(({ name, filedFen }) => `${name} at ${filedFen}`).join(", ")}`,
    ctx: actor(scene, post, no),
    input: { key: nextKey(scene), rows },
    command: bringIn,
    expected: () => firstOf([post === "CONSULTANT", "not_permitted"]),
    done: ({ homes }) => {
      // One row that is refused keeps the whole file out.
      if (rows.some((row) => isRefused(scene, row))) return;
      for (const row of rows) {
        const known = brought(scene, row);
        if (!known) model.units.push(newUnit(model.units.length + 1, row, homes));
        else if (known.filedFen !== row.filedFen)
          Object.assign(known, { filedFen: row.filedFen, version: known.version + 1 });
      }
    },
  });
  return attempt;
}

/** What a planner has in hand: some homes that nobody has seen, one that is known, a price that stands or does not. */
export function anyRows({ chance, model }: Scene): Row[] {
  const known = model.units.filter(({ name }) => name !== undefined);
  const next = known.length + 1;
  const fresh = Array.from({ length: chance.whole(known.length === 0 ? 1 : 0, 2) }, (_, at) => ({
    name: nameOf(next + at),
    filedFen: FILED_FEN,
  }));
  if (known.length === 0 || chance.happens(0.3))
    return fresh.length > 0 ? fresh : [{ name: nameOf(next), filedFen: FILED_FEN }];
  const { name = "", filedFen, listFen } = chance.pick(known);
  const lower = listFen === null ? filedFen + STEP : listFen - STEP;
  return [...fresh, { name, filedFen: chance.pick([filedFen, filedFen + STEP, lower]) }];
}

/** Prices that a deal was made on stand; a list in force is never left above the filed price. */
function isRefused(scene: Scene, row: Row): boolean {
  const unit = brought(scene, row);
  if (!unit || unit.filedFen === row.filedFen) return false;
  return scene.model.claimOn(unit) !== null || (unit.listFen !== null && unit.listFen > row.filedFen);
}

function brought({ model }: Scene, { name }: Row): Unit | undefined {
  return model.units.find((unit) => unit.name === name);
}

function newUnit(
  no: number,
  { name, filedFen }: Row,
  homes: readonly { id: string; name: string; label: string }[],
): Unit {
  const { id = "", label = "" } = homes.find((home) => home.name === name) ?? {};
  const state = { permitted: false, released: false, version: 1, withheldUntil: null };
  return { no, id, label, name, filedFen, listFen: null, floorFen: null, ...state };
}

function nameOf(no: number): string {
  return `1栋${900 + no}01`;
}
