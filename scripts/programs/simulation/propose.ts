import type { Attempt } from "./attempt";
import { decideContract, decidePayment, decideReceipt, decideSignBy, decideSpecial } from "./decision-moves";
import { complete, idNumberOf, visit } from "./desk-moves";
import { cancel, extend, release } from "./hold-moves";
import { isLive, leftFen } from "./model";
import { askPaymentBack, askReceiptBack, type Part, pay, split, take } from "./money-moves";
import { CAPPED, CONSULTANTS } from "./office";
import type { Customer, Deal, Payment, Unit } from "./records";
import { askContract, askSignBy, confirm, draft, file, sign } from "./sale-moves";
import { nextKey, type Scene } from "./scene";
import { seat } from "./substitute-moves";
import { hold, lift, withhold } from "./unit-moves";

/** What people would do next about this unit. */
export function nextFor(scene: Scene, unit: Unit): Attempt {
  const { chance, model } = scene;
  const deal = model.standingOn(unit);
  if (deal) return nextOn(scene, deal);
  if (unit.withheldUntil !== null) return lift(scene, unit);
  return chance.happens(0.12) ? withhold(scene, unit, chance.whole(1, 5)) : usualHold(scene, unit);
}

export function usualHold(scene: Scene, unit: Unit, no = scene.chance.whole(0, CONSULTANTS)): Attempt {
  const customer = scene.chance.pick(customersOf(scene, no));
  return hold(scene, { unit, post: "CONSULTANT", no, customer, hours: scene.chance.whole(4, 24) });
}

/** A consultant's customers whose papers are entered. */
export function customersOf({ model }: Scene, owner: number): Customer[] {
  return model.customers.filter((one) => one.owner === owner && one.idNumber !== null);
}

function nextOn(scene: Scene, deal: Deal): Attempt {
  const { chance, model } = scene;
  if (deal.stage === "CONTRACTED") {
    return deal.filed ? anyPayment(scene, deal) : file(scene, deal, `WQ-${nextKey(scene)}`);
  }
  if (deal.stage === "RESERVED") return towardsContract(scene, deal);
  if (chance.happens(0.1)) return release(scene, deal, chance.pick(["CONSULTANT", "CONTROLLER", "MANAGER"]));
  if (deal.step === "HOLD") {
    if (chance.happens(0.15)) return extend(scene, deal, chance.whole(2, 48));
    if (chance.happens(0.15)) return pay(scene, deal, { amountFen: 1_000_000, reference: newReference(scene) });
    const { customer } = deal;
    return customer.idNumber === null ? complete(scene, customer, idNumberOf(customer.no)) : usualDraft(scene, deal);
  }
  const waiting = deal.special?.open ? decideSpecial(scene, deal, chance.happens(0.8), seat(scene)) : null;
  if (waiting && chance.happens(0.8)) return waiting;
  if (deal.step === "DRAFTED") return chance.happens(0.15) ? usualDraft(scene, deal) : confirm(scene, deal);
  if (deal.step === "CONFIRMED") {
    const anew = chance.happens(deal.listFen === deal.unit.listFen ? 0.2 : 0.6);
    return anew ? usualDraft(scene, deal) : sign(scene, deal);
  }
  const missing = deal.earnestFen - model.houseFen(deal);
  const amountFen = Math.max(1, chance.happens(0.3) ? Math.ceil(missing / 2) : missing);
  const money = { amountFen, reference: newReference(scene) };
  // What is collected for others is no earnest money.
  const passedOn = [{ deal, amountFen, purse: "AGENCY" as const }];
  return chance.happens(0.2) ? take(scene, { parts: passedOn, of: deal.customer, ...money }) : pay(scene, deal, money);
}

export function usualDraft(scene: Scene, deal: Deal): Attempt {
  const { chance } = scene;
  const terms = { discount: chance.happens(0.7), earnestFen: chance.whole(2, 10) * 1_000_000 };
  return draft(scene, deal, { ...terms, offFen: chance.happens(0.3) ? chance.whole(1, 3) * 1_000_000 : 0 });
}

function towardsContract(scene: Scene, deal: Deal): Attempt {
  const { chance, model } = scene;
  const later = deal.signBySlip?.open ? decideSignBy(scene, deal, chance.happens(0.8), seat(scene)) : null;
  if (later && chance.happens(0.6)) return later;
  if (chance.happens(0.12)) return askSignBy(scene, deal, chance.whole(1, 20));
  const missing = model.firstPaymentFen(deal) - model.houseFen(deal);
  if (missing > 0) return pay(scene, deal, { amountFen: missing, reference: newReference(scene) });
  const decision = deal.contractSlip?.open ? decideContract(scene, deal, chance.happens(0.8), seat(scene)) : null;
  return decision ?? askContract(scene, deal);
}

/** Part of what is open, all of it, or a little too much. */
export function anyPayment(scene: Scene, deal: Deal): Attempt {
  const { chance, model } = scene;
  const open = model.openFen(deal);
  const amountFen = chance.pick([Math.ceil(open / 3), open, open + 1, 1]);
  return pay(scene, deal, { amountFen, reference: newReference(scene) });
}

export function newReference(scene: Scene): string {
  return `T-${nextKey(scene)}`;
}

/** Something about money that came before: reversals asked, answered, and asked again. */
export function aboutPayment(scene: Scene, payment: Payment): Attempt {
  const { chance } = scene;
  const yes = chance.happens(0.7);
  const receipt = payment.receipts.length > 0 ? chance.pick(payment.receipts) : null;
  if (leftFen(payment) > 0 && chance.happens(0.5)) return usualSplit(scene, payment);
  const decision =
    receipt && chance.happens(0.5) ? decideReceipt(scene, receipt, yes) : decidePayment(scene, payment, yes);
  if (decision && chance.happens(0.7)) return decision;
  return receipt && chance.happens(0.5) ? askReceiptBack(scene, receipt) : askPaymentBack(scene, payment);
}

/** Money for several deals at once, or for none yet. */
export function wideTake(scene: Scene): Attempt {
  const { chance, model } = scene;
  const of = chance.pick(model.customers);
  const parts = someParts(scene);
  const restFen = chance.pick([0, 0, 1, 2_000_000, -1]);
  const amountFen = parts.reduce((sum, part) => sum + part.amountFen, restFen) || 3_000_000;
  const payer = chance.happens(0.15) ? { payer: "路人", note: chance.pick(["", "父亲代付"]) } : {};
  return take(scene, { parts, of, amountFen, reference: newReference(scene), ...payer });
}

/** An advance goes onto other deals, all of it, a part, or more than there is. */
function usualSplit(scene: Scene, payment: Payment): Attempt {
  const { chance } = scene;
  const parts = someParts(scene);
  const [first, ...rest] = parts;
  const left = leftFen(payment) - rest.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const amountFen = chance.pick([left, left, Math.ceil(left / 2), left + 1]);
  const wanted = first ? [{ ...first, amountFen }, ...rest] : [];
  const over = chance.happens(0.1) ? { no: "stranger" as const } : {};
  return wanted.length > 0 ? split(scene, payment, wanted, over) : askPaymentBack(scene, payment);
}

/** One to three deals that stand, each once, mostly with money for the home. */
function someParts({ chance, model }: Scene): Part[] {
  const deals = model.deals.filter(isLive);
  const chosen = [
    ...new Set([0, 1, 2].flatMap(() => (deals.length > 0 && chance.happens(0.7) ? [chance.pick(deals)] : []))),
  ];
  return chosen.map((deal) => {
    const purse = chance.happens(0.25) ? { purse: "AGENCY" as const } : {};
    return { deal, amountFen: chance.pick([1, 100, 500_000, 2_000_000, deal.earnestFen || 1]), ...purse };
  });
}

/** Somebody at the desk: a new visitor, a known one, or a paper that is entered. */
export function atTheDesk(scene: Scene): Attempt {
  const { chance, model } = scene;
  const customer = chance.pick(model.customers);
  if (chance.happens(0.4)) return visit(scene, model.customers.length + 1, chance.whole(0, CAPPED));
  if (chance.happens(0.3)) return visit(scene, customer.no, customer.owner ?? 0);
  const bearer = chance.happens(0.7) ? customer : chance.pick(model.customers);
  const over = chance.happens(0.2) ? { version: customer.personVersion - 1 } : {};
  return complete(scene, customer, idNumberOf(bearer.no, chance.happens(0.8)), over);
}

/** What nobody should do, or not now, or not he: mostly refused, always answered as the model says. */
export function mischief(scene: Scene, unit: Unit): Attempt {
  const { chance, model } = scene;
  const deal = model.claimOn(unit) ?? model.deals.findLast((one) => one.unit === unit) ?? null;
  if (!deal || chance.happens(0.25)) return aboutUnit(scene, unit);
  const over = chance.pick([{}, {}, { no: "stranger" as const }, { version: deal.version - 1 }]);
  const another = { no: (deal.consultant + 1) % CONSULTANTS };
  const used = chance.pick(model.payments.length > 0 ? model.payments : [null]);
  const moves = [
    () => release(scene, deal, chance.pick(["CONSULTANT", "CONTROLLER"]), over),
    () => release(scene, deal, "CONSULTANT", another),
    () => cancel(scene, deal, over),
    () => extend(scene, deal, chance.pick([-1, 10, 200]), over),
    () => draft(scene, deal, { discount: true, earnestFen: 5_000_000 }, { ...over, ...another }),
    () => confirm(scene, deal, over),
    () => sign(scene, deal, over),
    () => askContract(scene, deal, over),
    () => askSignBy(scene, deal, chance.whole(-2, 10), chance.pick([{}, { no: "stranger" as const }])),
    () => decideSpecial(scene, deal, chance.happens(0.5), chance.pick([{}, { no: "stranger" as const }])),
    () => decideSignBy(scene, deal, chance.happens(0.5)),
    () => file(scene, deal, chance.pick([...model.filingNumbers, "WQ-1"]), over),
    () => decideContract(scene, deal, chance.happens(0.5), chance.pick([{}, { no: "stranger" as const }])),
    () => pay(scene, deal, { amountFen: chance.pick([0, -5, 100]), reference: newReference(scene) }),
    () => pay(scene, deal, { amountFen: 100, reference: newReference(scene), payer: "路人" }),
    () => pay(scene, deal, { amountFen: 100, reference: newReference(scene), daysAhead: 2 }),
    () => pay(scene, deal, { amountFen: 100, reference: newReference(scene) }, { no: "stranger" }),
    () => pay(scene, deal, { amountFen: 100, reference: used?.reference ?? "T-first" }),
    () => pay(scene, deal, { amountFen: 100, reference: used?.reference ?? "T-first" }),
  ];
  return chance.pick(moves)() ?? aboutUnit(scene, unit);
}

function aboutUnit(scene: Scene, unit: Unit): Attempt {
  const { chance, model } = scene;
  const no = chance.whole(0, CAPPED);
  const customer = chance.pick(model.customers);
  const owned = chance.pick(model.customers.filter(({ owner }) => owner !== null));
  const over = chance.pick([{}, { no: "stranger" as const }, { version: unit.version - 1 }]);
  return chance.pick([
    () => hold(scene, { unit, post: "CONSULTANT", no, customer, hours: 24 }),
    () => hold(scene, { unit, post: "CONSULTANT", no: "stranger", customer, hours: 24 }),
    () => hold(scene, { unit, post: "CONSULTANT", no, customer, hours: 25 }),
    () =>
      hold(scene, {
        unit,
        post: "CONTROLLER",
        no: chance.whole(0, 3),
        customer: owned,
        hours: chance.pick([100, 169]),
      }),
    () => withhold(scene, unit, chance.pick([1, 40]), over),
    () => lift(scene, unit, over),
  ])();
}
