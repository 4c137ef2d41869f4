import { cancelHold } from "~/features/deals/cancel-hold.server";
import type { ChangedDeal, DealInput } from "~/features/deals/change-deal.server";
import { extendHold } from "~/features/deals/extend-hold.server";
import { releaseHold } from "~/features/deals/release-hold.server";
import type { Ctx } from "~/platform/context.server";
import { type Attempt, attemptOf, type Code, firstOf } from "./attempt";
import { HOUR } from "./model";
import type { Post } from "./office";
import type { Deal } from "./records";
import { actor, nextKey, type Scene } from "./scene";
import { formOf, type Over } from "./unit-moves";

export type DealMove<Input extends DealInput> = Over & {
  says: string;
  post: Post;
  command: (ctx: Ctx, input: Input) => Promise<ChangedDeal>;
  /** What the form says beside its key, deal and version. */
  more: Omit<Input, keyof DealInput>;
  cases: () => readonly (readonly [boolean, Code])[];
  done: () => void;
};

/** One form on one deal: refused to strangers, after a change, and when the hold's time is up. */
export function onDeal<Input extends DealInput>(scene: Scene, deal: Deal, move: DealMove<Input>): Attempt {
  const { no = scene.chance.whole(0, 3), version = deal.version, post, more } = move;
  const hand =
    no === "stranger" ? "a stranger" : post === "CONSULTANT" ? handOf(deal, no) : `${post.toLowerCase()} ${no}`;
  return attemptOf<Input, ChangedDeal>(scene, {
    says: `${hand} ${move.says} of unit ${deal.unit.no}${formOf(deal, version)}`,
    ctx: actor(scene, post, no),
    input: { key: nextKey(scene), dealId: deal.id, version, ...more } as unknown as Input,
    command: move.command,
    expected: () =>
      firstOf(
        [no === "stranger", "not_found"],
        [version !== deal.version, "stale_version"],
        [scene.model.isTimeUp(deal), "deal_ended"],
        ...move.cases(),
      ),
    done: move.done,
  });
}

/** Who won a race differs from run to run, so the story names the holder by his part. */
function handOf(deal: Deal, no: number): string {
  return no === deal.consultant ? "the holder" : "another consultant";
}

const LAST = 4;

/** Gives the unit back. */
export function release(scene: Scene, deal: Deal, post: "CONSULTANT" | "CONTROLLER" | "MANAGER", over: Over = {}) {
  const { model } = scene;
  const no = over.no ?? (post === "CONSULTANT" ? deal.consultant : scene.chance.whole(0, LAST - 1));
  return onDeal(scene, deal, {
    ...{ ...over, no, post, says: "gives up the hold", command: releaseHold, more: {} },
    cases: () => [
      [deal.stage !== "HELD", "wrong_state"],
      [post === "CONSULTANT" && no !== deal.consultant, "not_your_hold"],
      [model.receiptedFen(deal) > 0, "money_behind"],
    ],
    done: () => model.end(deal, "VOIDED"),
  });
}

/** Gives the unit back although money came, which is then owed back. */
export function cancel(scene: Scene, deal: Deal, over: Over = {}): Attempt {
  const { model } = scene;
  return onDeal(scene, deal, {
    ...{ ...over, post: "CONTROLLER", says: "cancels the hold", command: cancelHold, more: {} },
    cases: () => [
      [deal.stage !== "HELD", "wrong_state"],
      [model.receiptedFen(deal) === 0, "no_money_behind"],
      [deal.step === "SIGNED", "earnest_behind"],
    ],
    done: () => model.end(deal, "CANCELLED"),
  });
}

/** A later end. */
export function extend(scene: Scene, deal: Deal, hours: number, over: Over = {}): Attempt {
  const { model } = scene;
  const until = model.now + hours * HOUR;
  return onDeal(scene, deal, {
    ...{ ...over, post: "CONTROLLER", says: `extends by ${hours} h the hold`, command: extendHold },
    more: { until: new Date(until).toISOString() },
    cases: () => [
      [deal.stage !== "HELD", "wrong_state"],
      [deal.step === "SIGNED", "subscription_signed"],
      [until <= model.now, "until_past"],
      [until > model.now + model.rule("holdHoursByController") * HOUR, "hold_too_long"],
      [deal.extensions >= model.rule("holdExtensions"), "extensions_used_up"],
    ],
    done: () => model.change(deal, { holdUntil: until, extensions: deal.extensions + 1 }),
  });
}
