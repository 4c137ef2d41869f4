import { liftWithholding } from "~/features/units/lift-withholding.server";
import { withholdUnit } from "~/features/units/withhold-unit.server";
import { type Attempt, attemptOf, firstOf } from "./attempt";
import { dayOf, HOUR } from "./model";
import { CAP, CAPPED } from "./office";
import type { Customer, Deal, Unit } from "./records";
import { actor, nextKey, type Scene } from "./scene";

const MAX_HOURS = { CONSULTANT: "holdHours", CONTROLLER: "holdHoursByController" } as const;

type Hold = {
  unit: Unit;
  post: "CONSULTANT" | "CONTROLLER";
  no: number | "stranger";
  customer: Customer;
  hours: number;
};

/** Somebody wants a unit for a customer. */
export function hold(scene: Scene, { unit, post, no, customer, hours }: Hold): Attempt {
  const { model, commands } = scene;
  const own = post === "CONSULTANT";
  const cap = no === CAPPED ? CAP : 999;
  return attemptOf(scene, {
    says: `${who(post, no)} holds unit ${unit.no} for customer ${customer.no}, ${hours} h`,
    ctx: actor(scene, post, no),
    input: { key: nextKey(scene), unitId: unit.id, customerId: customer.id, hours },
    command: commands.placeHold,
    expected: () =>
      firstOf(
        [hours > model.rule(MAX_HOURS[post]), "hold_too_long"],
        [no === "stranger", "not_found"],
        [model.standingOn(unit) !== null, "unit_taken"],
        [unit.withheldUntil !== null, "unit_withheld"],
        [!unit.released, "unit_not_released"],
        [own && customer.owner !== no, "not_your_customer"],
        [own && typeof no === "number" && model.openHolds(no) >= cap, "hold_cap_reached"],
      ),
    done: ({ dealId, holdUntil }) => {
      const lapsed = model.claimOn(unit);
      if (lapsed) model.lapse(lapsed);
      model.deals.push(newDeal(dealId, unit, customer, holdUntil));
      for (const deal of model.deals.slice(-1)) model.touched.add(deal);
    },
  });
}

function newDeal(id: string, unit: Unit, customer: Customer, holdUntil: Date): Deal {
  return {
    ...{ id, unit, customer, consultant: customer.owner ?? 0, stage: "HELD", version: 1 },
    ...{
      holdUntil: holdUntil.getTime(),
      extensions: 0,
      step: "HOLD",
      listFen: null,
      priceFen: 0,
      earnestFen: 0,
      owedFen: 0,
    },
    ...{
      signBy: null,
      signByExtensions: 0,
      signBySlip: null,
      special: null,
      contractSlip: null,
      signedOn: null,
      filed: false,
    },
  };
}

/** A controller takes a unit off the offer for some days. */
export function withhold(scene: Scene, unit: Unit, days: number, over: Over = {}): Attempt {
  const { model } = scene;
  const { no = scene.chance.whole(0, 3), version = unit.version } = over;
  const until = new Date(model.now + days * 24 * HOUR);
  return attemptOf(scene, {
    says: `${who("CONTROLLER", no)} withholds unit ${unit.no} for ${days} d${formOf(unit, version)}`,
    ctx: actor(scene, "CONTROLLER", no),
    input: { key: nextKey(scene), unitId: unit.id, version, reason: "样板间", until: until.toISOString() },
    command: withholdUnit,
    expected: () =>
      firstOf(
        [no === "stranger", "not_found"],
        [version !== unit.version, "stale_version"],
        [model.standingOn(unit) !== null, "unit_taken"],
        [!unit.released, "unit_not_released"],
        [unit.withheldUntil !== null, "unit_withheld"],
        [until.getTime() <= model.now, "until_past"],
        [dayOf(until.getTime()) > dayOf(model.now + model.rule("withholdDays") * 24 * HOUR), "withheld_too_long"],
      ),
    done: () => change(unit, until.getTime()),
  });
}

/** A controller puts it back on offer. */
export function lift(scene: Scene, unit: Unit, over: Over = {}): Attempt {
  const { no = scene.chance.whole(0, 3), version = unit.version } = over;
  return attemptOf(scene, {
    says: `${who("CONTROLLER", no)} puts unit ${unit.no} back on offer${formOf(unit, version)}`,
    ctx: actor(scene, "CONTROLLER", no),
    input: { key: nextKey(scene), unitId: unit.id, version },
    command: liftWithholding,
    expected: () =>
      firstOf(
        [no === "stranger", "not_found"],
        [version !== unit.version, "stale_version"],
        [unit.withheldUntil === null, "unit_not_withheld"],
      ),
    done: () => change(unit, null),
  });
}

export type Over = { no?: number | "stranger"; version?: number };

function change(unit: Unit, withheldUntil: number | null): void {
  unit.withheldUntil = withheldUntil;
  unit.version += 1;
}

export function who(post: string, no: number | "stranger"): string {
  return no === "stranger" ? `a stranger's ${post.toLowerCase()}` : `${post.toLowerCase()} ${no}`;
}

/** A form that was filled in over another state than the one now. */
export function formOf(of: { version: number }, version: number): string {
  return version === of.version ? "" : ", by an old form";
}
