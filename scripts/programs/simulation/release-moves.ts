import { assignPermit } from "~/features/units/assign-permit.server";
import { draftReleaseBatch } from "~/features/units/draft-release-batch.server";
import { pullBackUnit } from "~/features/units/pull-back-unit.server";
import { releaseBatch } from "~/features/units/release-batch.server";
import { requestRelease } from "~/features/units/request-release.server";
import { cancelRelease, withdrawRelease } from "~/features/units/withdraw-release.server";
import { type Attempt, attemptOf, type Code, firstOf } from "./attempt";
import { answer } from "./decision-moves";
import { type Batch, faultOfBatch, faultOfOpening, isOffered, moveOn, open } from "./offer";
import type { Unit } from "./records";
import { actor, nextKey, type Scene } from "./scene";
import { formOf, type Over, who } from "./unit-moves";

/** The planner puts units together that are to be offered at one moment. */
export function draftBatch(scene: Scene, units: readonly Unit[], opensAt: number, over: Over = {}): Attempt {
  const { model } = scene;
  const { no = scene.chance.whole(0, 1) } = over;
  const key = nextKey(scene);
  return attemptOf(scene, {
    says: `${who("PLANNER", no)} drafts opening ${key} of units ${units.map((unit) => unit.no).join(", ")}`,
    ctx: actor(scene, "PLANNER", no),
    input: {
      ...{ key, name: `批次 ${key}`, opensAt: new Date(opensAt).toISOString() },
      units: { ids: units.map(({ id }) => id) },
    },
    command: draftReleaseBatch,
    expected: () =>
      firstOf(
        [no === "stranger", "not_found"],
        [units.some((unit) => isOffered(unit) || model.claimOn(unit) !== null), "already_released"],
      ),
    done: ({ batchId }) => {
      model.batches.push({
        name: key,
        id: batchId,
        status: "DRAFT",
        version: 1,
        opensAt,
        units: [...units],
        slip: null,
      });
      model.batches.sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  });
}

/** Homes without a permit come into the scope of the one on record. */
export function putUnderPermit(scene: Scene, batch: Batch, over: Over = {}): Attempt {
  const { permitId } = scene.office;
  return onBatch(scene, batch, {
    ...{ ...over, post: "PLANNER" as const, says: "puts under the permit the units of", command: assignPermit },
    more: { permitId },
    cases: () => [],
    done: () => {
      for (const unit of batch.units)
        if (!unit.permitted) Object.assign(unit, { permitted: true, version: unit.version + 1 });
    },
  });
}

/** The planner asks the director for the opening. */
export function requestOpening(scene: Scene, batch: Batch, over: Over = {}): Attempt {
  const reason = `${scene.seed}-${scene.step}.${scene.keys} 开盘`;
  return onBatch(scene, batch, {
    ...{ ...over, post: "PLANNER" as const, says: "asks for", command: requestRelease, more: { reason } },
    cases: () => [
      [batch.status !== "DRAFT", "wrong_state"],
      ...caseOf(faultOfBatch(scene.model, batch.units, batch.opensAt)),
    ],
    done: () => {
      moveOn(batch, "REQUESTED");
      batch.slip = { ask: reason, open: true };
    },
  });
}

/** The director gives the opening, or sends it back. */
export function decideOpening(scene: Scene, batch: Batch, yes: boolean, over: Over = {}): Attempt | null {
  const { slip } = batch;
  if (!slip) return null;
  const question = {
    ...{ slip, about: `opening ${batch.name}`, post: "DIRECTOR" as const, yes },
    cases: () => caseOf(faultOfBatch(scene.model, batch.units, batch.opensAt)),
    done: () => moveOn(batch, yes ? "APPROVED" : "DRAFT"),
  };
  return answer(scene, question, over);
}

/** The director opens it by hand: every unit of it is on offer, or none. */
export function openBatch(scene: Scene, batch: Batch, over: Over = {}): Attempt {
  return onBatch(scene, batch, {
    ...{ ...over, post: "DIRECTOR" as const, says: "opens", command: releaseBatch, more: {} },
    cases: () => [[batch.status !== "APPROVED", "wrong_state"], ...caseOf(faultOfOpening(scene.model, batch))],
    done: () => open(batch),
  });
}

/** The planner gives a draft or a question up; the director calls an approved opening off. */
export function callOff(scene: Scene, batch: Batch, post: "PLANNER" | "DIRECTOR", over: Over = {}): Attempt {
  const from: readonly Batch["status"][] = post === "PLANNER" ? ["DRAFT", "REQUESTED"] : ["APPROVED"];
  const rest = {
    cases: () => [[!from.includes(batch.status), "wrong_state"]] as const,
    done: () => {
      moveOn(batch, "CANCELLED");
      if (batch.slip) batch.slip.open = false;
    },
  };
  return post === "PLANNER"
    ? onBatch(scene, batch, { ...over, post, says: "gives up", command: withdrawRelease, more: {}, ...rest })
    : onBatch(scene, batch, {
        ...over,
        post,
        says: "calls off",
        command: cancelRelease,
        more: { reason: "缓" },
        ...rest,
      });
}

/** The director takes a unit off the offer until another opening. */
export function pullBack(scene: Scene, unit: Unit, over: Over = {}): Attempt {
  const { model } = scene;
  const { no = scene.chance.whole(0, 1), version = unit.version } = over;
  return attemptOf(scene, {
    says: `${who("DIRECTOR", no)} pulls back unit ${unit.no}${formOf(unit, version)}`,
    ctx: actor(scene, "DIRECTOR", no),
    input: { key: nextKey(scene), unitId: unit.id, version, reason: "调整" },
    command: pullBackUnit,
    expected: () =>
      firstOf(
        [no === "stranger", "not_found"],
        [version !== unit.version, "stale_version"],
        [model.standingOn(unit) !== null, "unit_taken"],
        [!unit.released || unit.withheldUntil !== null, "wrong_state"],
      ),
    done: () => {
      Object.assign(unit, { released: false, version: unit.version + 1 });
    },
  });
}

type Input = { key: string; batchId: string; version: number };
type BatchMove<One extends Input> = Over & {
  says: string;
  post: "PLANNER" | "DIRECTOR";
  command: (ctx: Parameters<typeof requestRelease>[0], input: One) => Promise<unknown>;
  more: Omit<One, keyof Input>;
  cases: () => readonly (readonly [boolean, Code])[];
  done: () => void;
};

function onBatch<One extends Input>(scene: Scene, batch: Batch, move: BatchMove<One>): Attempt {
  const { no = scene.chance.whole(0, 1), version = batch.version, post, more } = move;
  return attemptOf<One, unknown>(scene, {
    says: `${who(post, no)} ${move.says} opening ${batch.name}${formOf(batch, version)}`,
    ctx: actor(scene, post, no),
    input: { key: nextKey(scene), batchId: batch.id, version, ...more } as unknown as One,
    command: move.command,
    expected: () =>
      firstOf([no === "stranger", "not_found"], [version !== batch.version, "stale_version"], ...move.cases()),
    done: move.done,
  });
}

function caseOf(fault: Code | null): (readonly [boolean, Code])[] {
  return fault ? [[true, fault]] : [];
}
