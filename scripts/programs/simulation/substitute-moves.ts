import { day } from "~/domain/calendar";
import { endSubstitution } from "~/features/approvals/end-substitution.server";
import { setSubstitute } from "~/features/approvals/set-substitute.server";
import { type Attempt, attemptOf, firstOf } from "./attempt";
import { dayOf, HOUR } from "./model";
import type { Substitute } from "./records";
import { actor, nextKey, type Scene } from "./scene";
import { type Over, who } from "./unit-moves";

export const MANAGERS = 4;
export const DIRECTORS = 2;

export type Absence = { manager: number; director: number; begins: number; days: number };

/** A manager names a director who answers in his place for some days. */
export function nameSubstitute(scene: Scene, { manager, director, begins, days }: Absence, over: Over = {}): Attempt {
  const { model } = scene;
  const { no = manager } = over;
  const from = dayOf(model.now + begins * DAY);
  const until = dayOf(model.now + (begins + days) * DAY);
  const [forId, byId] = [actor(scene, "MANAGER", manager)().actorId, actor(scene, "DIRECTOR", director)().actorId];
  return attemptOf(scene, {
    says: `${who("MANAGER", no)} names director ${director} for manager ${manager}, ${begins} to ${begins + days} d`,
    ctx: actor(scene, "MANAGER", no),
    input: {
      ...{ key: nextKey(scene), forId, byId, kind: null, reason: "出差" },
      ...{ fromOn: day(from), untilOn: day(until) },
    },
    command: setSubstitute,
    expected: () =>
      firstOf(
        [no === "stranger", "not_found"],
        [from < model.today(), "date_past"],
        [until < from, "days_reversed"],
        [model.substitutes.some((one) => one.manager === manager && isMet(one, from, until)), "substitution_overlaps"],
      ),
    done: ({ substitutionId: id }) => {
      model.substitutes.push({ id, manager, director, from, until, ended: false });
    },
  });
}

/** Ended before its last day: by the manager, or by the director, who hands it back. */
export function endSubstitute(scene: Scene, one: Substitute, post: "MANAGER" | "DIRECTOR", over: Over = {}): Attempt {
  const { model } = scene;
  const { no = post === "MANAGER" ? one.manager : one.director } = over;
  return attemptOf(scene, {
    says: `${no === "stranger" ? "a stranger" : post === "MANAGER" ? "the manager" : "the substitute"} ends it`,
    ctx: actor(scene, post, no),
    input: { key: nextKey(scene), substitutionId: one.id },
    command: endSubstitution,
    expected: () => firstOf([no === "stranger", "not_found"], [one.ended || model.today() > one.until, "wrong_state"]),
    done: () => {
      one.ended = true;
    },
  });
}

/** Does this director answer for a manager today? */
export function standsIn({ model }: Scene, director: number | "stranger"): boolean {
  const today = model.today();
  const seat = director === "stranger" ? null : director % DIRECTORS;
  return model.substitutes.some((one) => one.director === seat && isMet(one, today, today));
}

/** From which seat a manager's question is answered: his own, or that of a director, who may stand in for him or not. */
export function seat({ chance, model }: Scene): { post?: "DIRECTOR"; no?: number } {
  const today = model.today();
  const standing = model.substitutes.filter((one) => isMet(one, today, today));
  if (!chance.happens(standing.length > 0 ? 0.5 : 0.06)) return {};
  return {
    post: "DIRECTOR",
    no: standing.length > 0 ? chance.pick(standing).director : chance.whole(0, DIRECTORS - 1),
  };
}

function isMet({ ended, ...one }: Substitute, from: string, until: string): boolean {
  return !ended && one.from <= until && from <= one.until;
}

const DAY = 24 * HOUR;
