import { expireHolds } from "~/features/deals/expire-holds.server";
import { takeDuePriceLists } from "~/features/pricing/take-effect.server";
import { expireWithholdings } from "~/features/units/expire-withholdings.server";
import { releaseDueBatches } from "~/features/units/release-batch.server";
import { type Attempt, DONE } from "./attempt";
import { HOUR } from "./model";
import { openDueBatches, takeEffect } from "./offer";
import { nextKey, type Scene } from "./scene";

const MINUTE = HOUR / 60;

/** Time goes on: mostly minutes, now and then half a day, and sometimes the clock is put back a little. */
export function tick({ chance, model }: Scene): { says: string; back: boolean } {
  const back = chance.happens(0.15);
  const minutes = back ? -chance.whole(1, 10) : chance.happens(0.2) ? chance.whole(300, 1_600) : chance.whole(1, 90);
  model.now += minutes * MINUTE;
  return { says: `the clock goes ${minutes} min`, back };
}

/** The jobs do what is due: end holds and withholdings, put prices in force, open what is to open. */
export function sweep(scene: Scene): Attempt {
  const { model } = scene;
  return {
    ...{ says: "the jobs do what is due", key: nextKey(scene), actorId: "clock", body: "", expected: () => [DONE] },
    send: async () => {
      const now = new Date(model.now);
      await expireHolds(now);
      await expireWithholdings(now);
      await takeDuePriceLists(now);
      await releaseDueBatches(now);
      return { code: DONE, answer: null, settle: () => doWhatIsDue(scene) };
    },
  };
}

function doWhatIsDue({ model }: Scene): void {
  for (const deal of model.deals) if (model.isTimeUp(deal)) model.lapse(deal);
  for (const unit of model.units) {
    if (unit.withheldUntil === null || unit.withheldUntil > model.now) continue;
    unit.withheldUntil = null;
    unit.version += 1;
  }
  takeEffect(model);
  openDueBatches(model);
}
