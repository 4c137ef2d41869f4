import type { Attempt } from "./attempt";
import { nextInTheOffice, officeRace } from "./back-office";
import { look } from "./buyer-moves";
import { sweep, tick } from "./clock-moves";
import type { Model } from "./model";
import { isOffered } from "./offer";
import { besideTheSale, claimRace, importRace, substituteRace } from "./people-at-work";
import type { Memory } from "./play";
import { aboutPayment, atTheDesk, mischief, nextFor, wideTake } from "./propose";
import type { Unit } from "./records";
import {
  busy,
  capRace,
  decisionRace,
  holdOrWithhold,
  holdRace,
  payRace,
  type Round,
  referenceRace,
  splitRace,
  stepRace,
  storm,
} from "./rounds";
import type { Scene } from "./scene";
import { sessionEnds } from "./session-moves";

/** What breaks off while several commands run: connections, a process that carries commands out, the database. */
export const CUTS = ["cut", "process killed", "database killed"] as const;
export type Cut = (typeof CUTS)[number];
export type Fault =
  | ("forbidden" | "repeated" | "altered" | "delayed" | "clock back" | "race" | "storm" | "session expired")
  | Cut;

export type Step = Round & { fault?: Fault; cut?: Cut };

/** Forms that were filled in and are still on their way. */
export type Delayed = { due: number; attempt: Attempt }[];

/** What happens in this step: by its own chance and where the office stands. */
export function stepOf(scene: Scene, memory: Memory, delayed: Delayed): Step {
  const late = delayed.find(({ due }) => due <= scene.step);
  if (late) {
    delayed.splice(delayed.indexOf(late), 1);
    return { ...alone(late.attempt, "late: "), fault: "delayed" };
  }
  const dice = scene.chance.next();
  const unit = scene.chance.pick(openUnits(scene.model));
  if (dice < 0.27) return alone(nextFor(scene, unit));
  if (dice < 0.33) return alone(nextInTheOffice(scene));
  if (dice < 0.42) return alone(besideTheSale(scene));
  if (dice < 0.52) return { ...alone(mischief(scene, unit)), fault: "forbidden" };
  if (dice < 0.58) return aboutMoney(scene, unit);
  if (dice < 0.63) return again(scene, memory) ?? alone(nextFor(scene, unit));
  if (dice < 0.67) return delay(scene, unit, delayed);
  if (dice < 0.69) return alone(atTheDesk(scene));
  if (dice < 0.72) return aboutBuyer(scene, unit);
  if (dice < 0.74) return { ...sessionEnds(scene, nextFor(scene, unit)), fault: "session expired" };
  if (dice < 0.79) return time(scene);
  if (dice < 0.82) return alone(sweep(scene));
  if (dice < 0.89) return { ...race(scene, unit), fault: "race" };
  if (dice < 0.92) return { ...storm(scene, unit), fault: "storm" };
  if (dice < 0.94) return busy(scene, someUnits(scene));
  const cut = scene.chance.pick(CUTS);
  return { ...(scene.chance.happens(0.5) ? busy(scene, someUnits(scene)) : race(scene, unit)), fault: cut, cut };
}

function alone(attempt: Attempt, prefix = ""): Step {
  return { says: prefix + attempt.says, attempts: [attempt] };
}

/** Units on which something can still happen. */
export function openUnits(model: Model): Unit[] {
  return model.units.filter(isOffered).slice(-OPEN);
}

export const OPEN = 10;

function someUnits(scene: Scene): Unit[] {
  const first = scene.chance.whole(0, OPEN - 4);
  return openUnits(scene.model).slice(first, first + scene.chance.whole(2, 4));
}

function aboutMoney(scene: Scene, unit: Unit): Step {
  const { payments } = scene.model;
  if (scene.chance.happens(0.35)) return alone(wideTake(scene));
  return alone(payments.length > 0 ? aboutPayment(scene, scene.chance.pick(payments)) : nextFor(scene, unit));
}

function aboutBuyer(scene: Scene, unit: Unit): Step {
  const deal = scene.model.deals.findLast((one) => one.unit === unit);
  return alone(deal ? look(scene, deal) : nextFor(scene, unit));
}

function again({ chance }: Scene, { past }: Memory): Step | null {
  if (past.length === 0) return null;
  const attempt = chance.pick(past);
  const altered = chance.happens(0.4) ? attempt.altered?.() : null;
  if (altered) return { ...alone(altered), fault: "altered" };
  return { ...alone(attempt, "again: "), fault: "repeated" };
}

function delay(scene: Scene, unit: Unit, delayed: Delayed): Step {
  const attempt = nextFor(scene, unit);
  delayed.push({ due: scene.step + scene.chance.whole(2, 12), attempt });
  return { says: `on its way: ${attempt.says}`, attempts: [] };
}

function time(scene: Scene): Step {
  const { says, back } = tick(scene);
  return { says, attempts: [], ...(back && { fault: "clock back" as const }) };
}

function race(scene: Scene, unit: Unit): Round {
  const { chance, model } = scene;
  const claim = model.claimOn(unit);
  const free = !model.standingOn(unit) && unit.withheldUntil === null;
  if (free && chance.happens(0.6)) return holdRace(scene, unit, claim !== null);
  if (free && !claim) return holdOrWithhold(scene, unit);
  const found = chance.pick([
    () => stepRace(scene, unit),
    () => stepRace(scene, unit),
    () => payRace(scene, unit),
    () => splitRace(scene, unit),
    () => referenceRace(scene, openUnits(scene.model)),
    () => decisionRace(scene),
    () => capRace(scene, openUnits(scene.model)),
    () => officeRace(scene),
    () => claimRace(scene),
    () => substituteRace(scene),
    () => importRace(scene),
  ])();
  return found && found.attempts.length > 0 ? found : holdRace(scene, unit, claim !== null);
}
