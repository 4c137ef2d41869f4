import { fen } from "~/domain/money";
import { ppm } from "~/domain/rate";
import { draftPriceList, redraftPriceList } from "~/features/pricing/draft-price-list.server";
import { requestPriceList } from "~/features/pricing/request-price-list.server";
import { revokePriceList, withdrawPriceList } from "~/features/pricing/withdraw-price-list.server";
import { type Attempt, attemptOf, type Code, firstOf } from "./attempt";
import { answer } from "./decision-moves";
import { faultOfList, linesOf, moveOn, type PriceList, type PriceTerms, takeEffect } from "./offer";
import { actor, nextKey, type Scene } from "./scene";
import { formOf, type Over, who } from "./unit-moves";

/** What a planner writes: a change for every unit, or rows of a grid, which may be wrong. */
export type Written = PriceTerms & { fault?: Code };

/** The planner writes a new version of the prices, to count from some moment on. */
export function draftList(scene: Scene, written: Written, effectiveAt: number, over: Over = {}): Attempt {
  const { model, office } = scene;
  const { no = scene.chance.whole(0, 1) } = over;
  const key = nextKey(scene);
  return attemptOf(scene, {
    says: `${who("PLANNER", no)} drafts prices ${key}, ${wordsOf(written)}`,
    ctx: actor(scene, "PLANNER", no),
    input: { key, phaseId: office.phaseId, name: key, ...formWith(written, effectiveAt) },
    command: draftPriceList,
    expected: () => firstOf([no === "stranger", "not_found"], ...faultIn(written)),
    done: ({ priceListId, versionNo }) => {
      const lines = linesOf(model, written);
      const times = { versionNo, version: 1, effectiveAt };
      model.lists.push({ name: key, id: priceListId, ...times, status: "DRAFT", lines, slip: null });
      model.lists.sort((a, b) => (a.name < b.name ? -1 : 1));
    },
  });
}

/** The planner writes a draft anew. */
export function redraftList(
  scene: Scene,
  list: PriceList,
  written: Written,
  effectiveAt: number,
  over: Over = {},
): Attempt {
  return onList(scene, list, {
    ...{ ...over, post: "PLANNER" as const, says: `writes anew, ${wordsOf(written)},`, command: redraftPriceList },
    more: { name: list.name, ...formWith(written, effectiveAt) },
    cases: () => [[list.status !== "DRAFT", "wrong_state"], ...faultIn(written)],
    done: () => {
      Object.assign(list, { lines: linesOf(scene.model, written), effectiveAt, version: list.version + 1 });
    },
  });
}

/** The planner asks the director for the prices. */
export function requestList(scene: Scene, list: PriceList, atOnce: boolean, over: Over = {}): Attempt {
  const { model } = scene;
  const reason = `${scene.seed}-${scene.step}.${scene.keys} 价表`;
  return onList(scene, list, {
    ...{ ...over, post: "PLANNER" as const, says: `asks for${atOnce ? " at once" : ""}`, command: requestPriceList },
    more: { reason, atOnce },
    cases: () => [
      [list.status !== "DRAFT", "wrong_state"],
      [!atOnce && list.effectiveAt < model.now, "effective_time_past"],
      ...caseOf(faultOfList(model, list)),
    ],
    done: () => {
      moveOn(list, "SUBMITTED");
      if (atOnce) list.effectiveAt = model.now;
      list.slip = { ask: reason, open: true };
    },
  });
}

/** The director gives the prices, or sends them back. Given, they count from their moment on, at the earliest now. */
export function decideList(scene: Scene, list: PriceList, yes: boolean, over: Over = {}): Attempt | null {
  const { model } = scene;
  const { slip } = list;
  if (!slip) return null;
  const question = {
    ...{ slip, about: `prices ${list.name}`, post: "DIRECTOR" as const, yes },
    cases: () => caseOf(faultOfList(model, list)),
    done: () => {
      moveOn(list, yes ? "APPROVED" : "DRAFT");
      if (!yes) return;
      list.effectiveAt = Math.max(list.effectiveAt, model.now);
      takeEffect(model);
    },
  };
  return answer(scene, question, over);
}

/** The planner gives a draft or a question up. */
export function withdrawList(scene: Scene, list: PriceList, over: Over = {}): Attempt {
  return onList(scene, list, {
    ...{ ...over, post: "PLANNER" as const, says: "gives up", command: withdrawPriceList, more: {} },
    cases: () => [[list.status !== "DRAFT" && list.status !== "SUBMITTED", "wrong_state"]],
    done: () => {
      moveOn(list, "WITHDRAWN");
      if (list.slip) list.slip.open = false;
    },
  });
}

/** The director takes approved prices back, unless an opening counts on them. */
export function revokeList(scene: Scene, list: PriceList, over: Over = {}): Attempt {
  const { model } = scene;
  const isUsed = () =>
    model.batches.some(
      ({ status, units }) =>
        (status === "REQUESTED" || status === "APPROVED") && units.some((one) => list.lines.has(one)),
    );
  return onList(scene, list, {
    ...{ ...over, post: "DIRECTOR" as const, says: "takes back", command: revokePriceList, more: { reason: "改期" } },
    cases: () => [
      [list.status !== "APPROVED", "wrong_state"],
      [isUsed(), "used_by_release_batch"],
    ],
    done: () => moveOn(list, "WITHDRAWN"),
  });
}

type Input = { key: string; priceListId: string; version: number };
type ListMove<One extends Input> = Over & {
  says: string;
  post: "PLANNER" | "DIRECTOR";
  command: (ctx: Parameters<typeof requestPriceList>[0], input: One) => Promise<unknown>;
  more: Omit<One, keyof Input>;
  cases: () => readonly (readonly [boolean, Code])[];
  done: () => void;
};

function onList<One extends Input>(scene: Scene, list: PriceList, move: ListMove<One>): Attempt {
  const { no = scene.chance.whole(0, 1), version = list.version, post, more } = move;
  return attemptOf<One, unknown>(scene, {
    says: `${who(post, no)} ${move.says} prices ${list.name}${formOf(list, version)}`,
    ctx: actor(scene, post, no),
    input: { key: nextKey(scene), priceListId: list.id, version, ...more } as unknown as One,
    command: move.command,
    expected: () =>
      firstOf([no === "stranger", "not_found"], [version !== list.version, "stale_version"], ...move.cases()),
    done: move.done,
  });
}

function formWith(written: Written, effectiveAt: number) {
  return { effectiveAt: new Date(effectiveAt).toISOString(), source: sourceOf(written) };
}

function sourceOf(written: Written) {
  if (written.kind === "UNIFORM") {
    const { base, changeFen } = written;
    return { kind: "UNIFORM" as const, base, changePpm: ppm(0), change: fen(changeFen), floorBelowPpm: ppm(100_000) };
  }
  const rows = written.prices.map(({ unit, listFen, floorFen }, at) => {
    return { row: at + 1, label: unit.label, list: fen(listFen), floor: fen(floorFen) };
  });
  const [first] = rows;
  const wrong = first && written.fault === "unit_not_in_phase" ? [{ ...first, row: 99, label: "9栋-99" }] : [];
  const twice = first && written.fault === "value_duplicate" ? [{ ...first, row: 99 }] : [];
  return { kind: "GRID" as const, rows: [...rows, ...wrong, ...twice] };
}

function faultIn({ fault }: Written): (readonly [boolean, Code])[] {
  return caseOf(fault ?? null);
}

function caseOf(fault: Code | null): (readonly [boolean, Code])[] {
  return fault ? [[true, fault]] : [];
}

function wordsOf(written: Written): string {
  const fault = written.fault ? `, ${written.fault}` : "";
  if (written.kind === "UNIFORM")
    return `${written.base === "FILED" ? "filed" : "in force"} ${written.changeFen < 0 ? "" : "+"}${written.changeFen}`;
  return `${written.prices.map(({ unit, listFen }) => `unit ${unit.no} at ${listFen}`).join(", ")}${fault}`;
}
