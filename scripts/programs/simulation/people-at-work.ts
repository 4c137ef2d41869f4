import type { Attempt } from "./attempt";
import { decideContract, decideSignBy, decideSpecial } from "./decision-moves";
import { anyRows, bring } from "./import-moves";
import { CAPPED } from "./office";
import { call, claim, giveBack, transfer } from "./ownership-moves";
import type { Customer } from "./records";
import type { Round } from "./rounds";
import type { Scene } from "./scene";
import { anyChange } from "./setting-moves";
import { DIRECTORS, endSubstitute, MANAGERS, nameSubstitute } from "./substitute-moves";

const STRANGER = { no: "stranger" } as const;

/** What goes on beside the sale: whose customer somebody is, who answers for whom, what the rules are, new homes. */
export function besideTheSale(scene: Scene): Attempt {
  const { chance } = scene;
  const dice = chance.next();
  if (dice < 0.45) return aboutOwner(scene);
  if (dice < 0.63) return anyChange(scene, chance.pick([{}, {}, {}, {}, STRANGER]));
  if (dice < 0.87) return aboutSubstitute(scene);
  return bring(scene, anyRows(scene), chance.pick(["PLANNER", "PLANNER", "PLANNER", "CONSULTANT"]));
}

/** Those who came first stay with their consultants, so that each of them always has somebody to sell to. */
function wandering({ model }: Scene): Customer[] {
  return model.customers.filter(({ no }) => no > CAPPED + 1);
}

function aboutOwner(scene: Scene): Attempt {
  const { chance, model } = scene;
  const customers = wandering(scene);
  const free = customers.filter((one) => model.isInPool(one));
  const known = customers.length > 0 ? chance.pick(customers) : null;
  if (!known) return call(scene, chance.pick(model.customers), chance.whole(0, CAPPED));
  if (free.length > 0 && chance.happens(0.4)) return claim(scene, chance.pick(free), chance.whole(0, CAPPED));
  const no = chance.whole(0, CAPPED);
  return chance.pick([
    () => transfer(scene, known, no),
    () => transfer(scene, known, no),
    () => transfer(scene, known, no, STRANGER),
    () => giveBack(scene, known, "MANAGER", chance.pick([{}, {}, STRANGER])),
    () => giveBack(scene, known, "CONSULTANT", chance.pick([{}, { no }])),
    () => claim(scene, known, chance.pick([no, no, "stranger"])),
    () => call(scene, known, known.owner ?? no),
    () => call(scene, known, no),
  ])();
}

function aboutSubstitute(scene: Scene): Attempt {
  const { chance, model } = scene;
  const asked = inPlace(scene);
  if (asked && chance.happens(0.5)) return asked;
  const standing = model.substitutes.filter(({ ended }) => !ended);
  const one = model.substitutes.length > 0 ? chance.pick(standing.length > 0 ? standing : model.substitutes) : null;
  if (one && chance.happens(0.25)) {
    return endSubstitute(scene, one, chance.pick(["MANAGER", "DIRECTOR"]), chance.pick([{}, {}, STRANGER]));
  }
  const [manager, director] = [chance.whole(0, MANAGERS - 1), chance.whole(0, DIRECTORS - 1)];
  const days = { begins: chance.pick([0, 0, 0, 1, -1]), days: chance.pick([1, 3, 10, -1]) };
  return nameSubstitute(scene, { manager, director, ...days }, chance.pick([{}, {}, {}, STRANGER]));
}

/** A director answers what waits for a manager, whether or not he stands in for one. */
function inPlace(scene: Scene): Attempt | null {
  const { chance, model } = scene;
  const over = { post: "DIRECTOR" as const, no: chance.whole(0, DIRECTORS - 1) };
  const yes = chance.happens(0.8);
  for (const deal of model.deals) {
    if (deal.special?.open) return decideSpecial(scene, deal, yes, over);
    if (deal.contractSlip?.open) return decideContract(scene, deal, yes, over);
    if (deal.signBySlip?.open) return decideSignBy(scene, deal, yes, over);
  }
  return null;
}

/** Several consultants claim one customer at once; whoever got him, he is given back. */
export function claimRace(scene: Scene): Round | null {
  const { chance, model } = scene;
  const free = wandering(scene).filter((one) => model.isInPool(one) && !model.isBuying(one));
  if (free.length === 0) return null;
  const customer = chance.pick(free);
  const count = chance.whole(2, CAPPED);
  return {
    says: `${count} at once claim customer ${customer.no}`,
    attempts: Array.from({ length: count }, (_, no) => claim(scene, customer, no)),
    after: [() => [giveBack(scene, customer, "MANAGER", { no: 0 })]],
  };
}

/** A manager names both directors at once; whom it became hands it back. */
export function substituteRace(scene: Scene): Round | null {
  const { chance, model } = scene;
  const manager = chance.whole(0, MANAGERS - 1);
  const today = model.today();
  if (model.substitutes.some((one) => one.manager === manager && !one.ended && one.until >= today)) return null;
  const before = model.substitutes.length;
  return {
    says: `manager ${manager} names two substitutes at once`,
    attempts: [0, 1].map((director) => nameSubstitute(scene, { manager, director, begins: 0, days: 2 })),
    after: [() => model.substitutes.slice(before).map((one) => endSubstitute(scene, one, "DIRECTOR"))],
  };
}

/** One list of homes from two desks at once: it is there once. */
export function importRace(scene: Scene): Round {
  const rows = anyRows(scene);
  return { says: "one list from two desks at once", attempts: [0, 1].map((no) => bring(scene, rows, "PLANNER", no)) };
}
