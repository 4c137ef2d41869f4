import { type Attempt, attemptOf, firstOf } from "./attempt";
import type { Deal } from "./records";
import { actor, nextKey, type Scene } from "./scene";
import { seeHome } from "./see-home";

/** A buyer reads his home in the portal, and finds what the office has; somebody else's is not there for him. */
export function look(scene: Scene, deal: Deal): Attempt {
  const { chance, model } = scene;
  const reader = chance.happens(0.8) ? deal.customer : chance.pick(model.customers);
  const own = reader === deal.customer;
  return attemptOf(scene, {
    says: `${own ? "the buyer" : `customer ${reader.no}`} looks at unit ${deal.unit.no} in the portal`,
    // A phone of his own, not a desk of the office.
    ctx: () => ({ ...actor(scene, "RECEPTIONIST", 0)(), actorId: reader.id, tokenHash: null }),
    input: { key: nextKey(scene), personId: reader.personId, dealId: deal.id },
    command: seeHome,
    expected: () => firstOf([!own, "not_found"]),
    sees: () => ({
      stage: deal.stage,
      priceFen: deal.step === "SIGNED" ? deal.priceFen : 0,
      owedFen: deal.owedFen,
      receivedFen: model.seenFen(deal),
      signBy: deal.stage === "RESERVED" ? deal.signBy : null,
    }),
    done: () => undefined,
  });
}
