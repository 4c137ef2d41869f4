import type { Attempt } from "./attempt";
import { HOUR } from "./model";
import { type Batch, faultOfBatch, isOffered } from "./offer";
import { decideList, draftList, redraftList, requestList, revokeList, type Written, withdrawList } from "./price-moves";
import type { Unit } from "./records";
import {
  callOff,
  decideOpening,
  draftBatch,
  openBatch,
  pullBack,
  putUnderPermit,
  requestOpening,
} from "./release-moves";
import type { Round } from "./rounds";
import type { Scene } from "./scene";
import type { Over } from "./unit-moves";

const OFFER_STEP = 1_000_000;

/** What planner and director would do next: about prices, openings, or a unit that they take off the offer. */
export function nextInTheOffice(scene: Scene): Attempt {
  const { chance, model } = scene;
  const dice = chance.next();
  if (dice < 0.12) return pullBack(scene, chance.pick(model.units));
  return dice < 0.55 ? aboutPrices(scene) : aboutOpenings(scene);
}

function aboutPrices(scene: Scene): Attempt {
  const { chance, model } = scene;
  const list = model.lists.findLast(({ status }) => status === "DRAFT" || status === "SUBMITTED");
  const approved = model.lists.findLast(({ status }) => status === "APPROVED");
  if (chance.happens(0.2)) return strange(scene);
  if (!list && approved && chance.happens(0.3)) return revokeList(scene, approved);
  if (!list) return draftList(scene, written(scene), soon(scene, 3));
  if (chance.happens(0.08)) return withdrawList(scene, list);
  const decision = list.status === "SUBMITTED" ? decideList(scene, list, chance.happens(0.75)) : null;
  if (decision) return decision;
  if (chance.happens(0.2)) return redraftList(scene, list, written(scene), soon(scene, 3));
  return requestList(scene, list, chance.happens(0.5));
}

function aboutOpenings(scene: Scene): Attempt {
  const { chance, model } = scene;
  const batch = model.batches.findLast(({ status }) => status !== "RELEASED" && status !== "CANCELLED");
  const free = model.units.filter((unit) => !isOffered(unit));
  if (!batch) {
    const some = free.filter(() => chance.happens(0.6));
    const wrong = chance.happens(0.1) ? [chance.pick(model.units)] : [];
    const units = [...new Set([...some, ...wrong])];
    return units.length > 0 ? draftBatch(scene, units, soon(scene, 2)) : aboutPrices(scene);
  }
  if (chance.happens(0.06)) return callOff(scene, batch, batch.status === "APPROVED" ? "DIRECTOR" : "PLANNER");
  const decision = batch.status === "REQUESTED" ? decideOpening(scene, batch, chance.happens(0.85)) : null;
  if (decision) return decision;
  if (batch.status === "DRAFT") return towardsOpening(scene, batch);
  return batch.opensAt <= model.now || chance.happens(0.3) ? openBatch(scene, batch) : aboutPrices(scene);
}

/** What a draft lacks, or the question, which is also asked too early. */
function towardsOpening(scene: Scene, batch: Batch): Attempt {
  const fault = faultOfBatch(scene.model, batch.units, batch.opensAt);
  if (fault === null || scene.chance.happens(0.2)) return requestOpening(scene, batch);
  if (fault === "unit_outside_permit") return putUnderPermit(scene, batch);
  return fault === "price_not_approved" ? aboutPrices(scene) : callOff(scene, batch, "PLANNER");
}

/** By a stranger, by an old form, or where it does not stand: mostly refused. */
function strange(scene: Scene): Attempt {
  const { chance, model } = scene;
  const list = model.lists.length > 0 ? chance.pick(model.lists) : null;
  const batch = model.batches.length > 0 ? chance.pick(model.batches) : null;
  const over = anyhow(scene);
  const moves: (() => Attempt | null)[] = [
    () => draftList(scene, faulty(scene), soon(scene, 3), chance.pick([{}, { no: "stranger" as const }])),
    () => {
      const unit = chance.pick(model.units);
      return pullBack(scene, unit, versioned(over, unit));
    },
    () => list && requestList(scene, list, chance.happens(0.5), versioned(over, list)),
    () => list && redraftList(scene, list, written(scene), soon(scene, 3), versioned(over, list)),
    () => list && withdrawList(scene, list, versioned(over, list)),
    () => list && revokeList(scene, list, versioned(over, list)),
    () => list && decideList(scene, list, chance.happens(0.5), chance.pick([{}, { no: "stranger" as const }])),
    () => batch && requestOpening(scene, batch, versioned(over, batch)),
    () => batch && openBatch(scene, batch, versioned(over, batch)),
    () => batch && callOff(scene, batch, chance.pick(["PLANNER", "DIRECTOR"]), versioned(over, batch)),
    () => batch && decideOpening(scene, batch, chance.happens(0.5), chance.pick([{}, { no: "stranger" as const }])),
  ];
  return chance.pick(moves)() ?? draftList(scene, written(scene), soon(scene, 3));
}

/** The same step from several desks over one state of a list or an opening. */
export function officeRace(scene: Scene): Round | null {
  const { chance, model } = scene;
  const hands = [0, 1, 0].map((no) => ({ no }));
  const list = model.lists.find(({ slip }) => slip?.open);
  const batch = model.batches.find(({ status }) => status !== "RELEASED" && status !== "CANCELLED");
  const rounds = [
    ...(list ? [hands.map((one) => decideList(scene, list, chance.happens(0.7), one))] : []),
    ...(batch?.status === "REQUESTED"
      ? [hands.map((one) => decideOpening(scene, batch, chance.happens(0.7), one))]
      : []),
    ...(batch?.status === "DRAFT" ? [hands.map((one) => requestOpening(scene, batch, one))] : []),
    ...(batch?.status === "APPROVED" ? [hands.map((one) => openBatch(scene, batch, one))] : []),
  ];
  if (rounds.length === 0) return null;
  const attempts = chance.pick(rounds).flatMap((attempt) => attempt ?? []);
  return { says: `at once: ${attempts.map(({ says }) => says).join("; ")}`, attempts };
}

/** Prices as a planner writes them: by one rule, or row by row. */
function written({ chance, model }: Scene): Written {
  if (chance.happens(0.6)) {
    const base = chance.pick(["FILED", "IN_FORCE"] as const);
    const changeFen = (base === "FILED" ? chance.whole(-20, 1) : chance.whole(-3, 3)) * OFFER_STEP;
    return { kind: "UNIFORM", base, changeFen };
  }
  const units = [...new Set([chance.pick(model.units), chance.pick(model.units)])];
  return { kind: "GRID", prices: units.map((unit) => priced(unit, chance.whole(370, 402) * OFFER_STEP)) };
}

function faulty({ chance, model }: Scene): Written {
  const unit = chance.pick(model.units);
  const fault = chance.pick(["unit_not_in_phase", "value_duplicate", "list_below_floor"] as const);
  const price = priced(unit, 390 * OFFER_STEP);
  const prices = [fault === "list_below_floor" ? { ...price, floorFen: price.listFen + 1 } : price];
  return { kind: "GRID", prices, fault };
}

function priced(unit: Unit, listFen: number) {
  return { unit, listFen, floorFen: (listFen / 10) * 9 };
}

function soon({ chance, model }: Scene, hours: number): number {
  return model.now + chance.whole(0, hours * 4) * (HOUR / 4);
}

type Strangeness = "none" | "stranger" | "old";

function anyhow({ chance }: Scene): Over & { as: Strangeness } {
  const as = chance.pick(["none", "none", "stranger", "old"] as const);
  return as === "stranger" ? { as, no: "stranger" } : { as };
}

function versioned({ as, ...over }: Over & { as: Strangeness }, of: { version: number }): Over {
  return as === "old" ? { ...over, version: of.version - 1 } : over;
}
