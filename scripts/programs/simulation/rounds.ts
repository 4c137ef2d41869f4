import type { Attempt } from "./attempt";
import { sweep } from "./clock-moves";
import { decidePayment } from "./decision-moves";
import { release } from "./hold-moves";
import { isLive, leftFen } from "./model";
import { askPaymentBack, pay, split } from "./money-moves";
import { CAPPED, CONSULTANTS } from "./office";
import { customersOf, newReference, nextFor, usualHold, wideTake } from "./propose";
import type { Unit } from "./records";
import { askContract, confirm, sign } from "./sale-moves";
import type { Scene } from "./scene";
import { hold, lift, withhold } from "./unit-moves";

/** Several people at once, and what brings the office back to where it would be whoever won. */
export type Round = { says: string; attempts: Attempt[]; after?: (() => Attempt[])[] };

/** Up to eight want one unit, for their own customers. With `late`, while the jobs end a hold on it. */
export function holdRace(scene: Scene, unit: Unit, late = false): Round {
  const count = scene.chance.whole(2, CONSULTANTS);
  const attempts = Array.from({ length: count }, (_, no) => {
    const [customer] = customersOf(scene, no);
    if (!customer) throw new RangeError(`consultant ${no} has no customer`);
    return hold(scene, { unit, post: "CONSULTANT", no, customer, hours: 12 });
  });
  if (late) attempts.push(sweep(scene));
  return { says: `${count} at once want unit ${unit.no}${late ? " while the jobs run" : ""}`, attempts };
}

/** One with few units to keep wants several at once; what he gets is given back. */
export function capRace(scene: Scene, units: readonly Unit[]): Round {
  const { model } = scene;
  const free = units.filter((unit) => !model.claimOn(unit) && unit.withheldUntil === null);
  const before = new Set(model.deals);
  return {
    says: `consultant ${CAPPED} wants ${free.length} units at once`,
    attempts: free.map((unit) => usualHold(scene, unit, CAPPED)),
    after: [() => model.deals.filter((deal) => !before.has(deal)).map((deal) => release(scene, deal, "CONTROLLER"))],
  };
}

/** One wants a unit while another takes it off the offer; it is free again afterwards. */
export function holdOrWithhold(scene: Scene, unit: Unit): Round {
  const { model } = scene;
  return {
    says: `hold or withhold unit ${unit.no}`,
    attempts: [usualHold(scene, unit, scene.chance.whole(0, CONSULTANTS - 1)), withhold(scene, unit, 2)],
    after: [
      () => {
        const deal = model.claimOn(unit);
        return [deal ? release(scene, deal, "CONTROLLER") : lift(scene, unit)];
      },
    ],
  };
}

/** The same step from several desks over one state of the deal. */
export function stepRace(scene: Scene, unit: Unit): Round | null {
  const { model, chance } = scene;
  const deal = model.standingOn(unit);
  if (!deal) return null;
  const hands = Array.from({ length: chance.whole(2, 4) }, (_, no) => ({ no }));
  const says = (what: string) => `${hands.length} at once ${what} unit ${unit.no}`;
  if (deal.step === "DRAFTED")
    return { says: says("confirm"), attempts: hands.map((one) => confirm(scene, deal, one)) };
  if (deal.step === "CONFIRMED") return { says: says("sign"), attempts: hands.map((one) => sign(scene, deal, one)) };
  if (deal.stage === "RESERVED" && model.houseFen(deal) >= model.firstPaymentFen(deal))
    return { says: says("ask for the contract of"), attempts: hands.map((one) => askContract(scene, deal, one)) };
  if (deal.stage === "HELD")
    return { says: says("give up"), attempts: hands.map((one) => release(scene, deal, "MANAGER", one)) };
  return null;
}

/** All that is open, paid at several desks at once: it fits once. */
export function payRace(scene: Scene, unit: Unit): Round | null {
  const { model } = scene;
  const deal = model.standingOn(unit);
  if (!deal || deal.owedFen === 0 || model.openFen(deal) === 0) return null;
  const amountFen = model.openFen(deal);
  const reference = newReference(scene);
  const same = scene.chance.happens(0.5);
  const attempts = [0, 1, 2].map((no) =>
    pay(scene, deal, { amountFen, reference: same ? reference : newReference(scene) }, { no }),
  );
  return { says: `three times at once all of unit ${unit.no}`, attempts };
}

/** One bank reference for two deals at once; what was taken is reversed. */
export function referenceRace(scene: Scene, units: readonly Unit[]): Round | null {
  const { model } = scene;
  const deals = units.map((unit) => model.standingOn(unit)).filter((deal) => deal !== null && isLive(deal));
  const [first, second] = deals.filter((deal) => deal !== null && (deal.owedFen === 0 || model.openFen(deal) > 100));
  if (!first || !second) return null;
  if ([first, second].some((deal) => deal.step === "SIGNED" && deal.stage === "HELD")) return null;
  const reference = newReference(scene);
  const taken = () => model.payments.filter((one) => one.reference === reference && one.status !== "REVERSED");
  return {
    says: `one reference for units ${first.unit.no} and ${second.unit.no} at once`,
    attempts: [first, second].map((deal, no) => pay(scene, deal, { amountFen: 100, reference }, { no })),
    after: [
      () => taken().map((payment) => askPaymentBack(scene, payment, { no: 0 })),
      () => taken().flatMap((payment) => decidePayment(scene, payment, true, { no: 0 }) ?? []),
    ],
  };
}

/** The whole advance of one payment, split at several desks at once: it is there once. */
export function splitRace(scene: Scene, unit: Unit): Round | null {
  const { model } = scene;
  const deal = model.standingOn(unit);
  const payment = model.payments.find((one) => one.status === "CONFIRMED" && leftFen(one) > 0);
  if (!deal || !payment || (deal.step === "SIGNED" && deal.stage === "HELD")) return null;
  const part = { deal, amountFen: leftFen(payment), purse: "AGENCY" as const };
  return {
    says: `three times at once all that is left of ${payment.reference}`,
    attempts: [0, 1, 2].map((no) => split(scene, payment, [part], { no })),
  };
}

/** Every accountant answers one request at once. */
export function decisionRace(scene: Scene): Round | null {
  const asked = scene.model.payments.find(({ slip }) => slip?.open);
  if (!asked) return null;
  const attempts = [0, 1, 2].flatMap((no) => decidePayment(scene, asked, true, { no }) ?? []);
  return { says: `three answer at once about ${asked.reference}`, attempts };
}

/** One form pressed several times, often one about money. */
export function storm(scene: Scene, unit: Unit): Round {
  const attempt = scene.chance.happens(0.4) ? wideTake(scene) : nextFor(scene, unit);
  const attempts = Array.from({ length: scene.chance.whole(2, 8) }, () => attempt);
  return { says: `${attempts.length} times the same form: ${attempt.says}`, attempts };
}

/** Each unit's next step, all at once. */
export function busy(scene: Scene, units: readonly Unit[]): Round {
  const attempts = units.map((unit) => nextFor(scene, unit));
  return { says: `at once: ${attempts.map(({ says }) => says).join("; ")}`, attempts };
}
