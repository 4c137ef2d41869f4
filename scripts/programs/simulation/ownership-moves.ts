import { recordInteraction } from "~/features/customers/record-interaction.server";
import { returnToPool } from "~/features/customers/return-to-pool.server";
import { transferCustomer } from "~/features/customers/transfer-customer.server";
import { type Attempt, attemptOf, firstOf } from "./attempt";
import type { Customer } from "./records";
import { actor, nextKey, type Scene } from "./scene";
import { type Over, who } from "./unit-moves";

/** A manager gives a customer to another consultant. */
export function transfer(scene: Scene, customer: Customer, to: number, over: Over = {}): Attempt {
  const { no = scene.chance.whole(0, 3) } = over;
  const toId = actor(scene, "CONSULTANT", to)().actorId;
  return attemptOf(scene, {
    says: `${who("MANAGER", no)} gives customer ${customer.no} to consultant ${to}`,
    ctx: actor(scene, "MANAGER", no),
    input: { key: nextKey(scene), customerId: customer.id, toId, reason: "调岗" },
    command: transferCustomer,
    expected: () => firstOf([no === "stranger", "not_found"], [customer.owner === to, "yours_already"]),
    done: () => belong(scene, customer, to),
  });
}

/** The owner, or a manager, gives a customer back to the public pool. */
export function giveBack(scene: Scene, customer: Customer, post: "CONSULTANT" | "MANAGER", over: Over = {}): Attempt {
  const { model } = scene;
  const no = over.no ?? (post === "CONSULTANT" ? (customer.owner ?? 0) : scene.chance.whole(0, 3));
  return attemptOf(scene, {
    says: `${who(post, no)} returns customer ${customer.no} to the pool`,
    ctx: actor(scene, post, no),
    input: { key: nextKey(scene), customerId: customer.id, reason: "无意向" },
    command: returnToPool,
    expected: () =>
      firstOf(
        [no === "stranger" || (post === "CONSULTANT" && customer.owner !== no), "not_found"],
        [customer.owner === null, "in_pool_already"],
        [model.isBuying(customer), "deal_open"],
      ),
    done: () => belong(scene, customer, null),
  });
}

/** A consultant takes a customer out of the public pool, where nobody followed him up in time or nobody has him. */
export function claim(scene: Scene, customer: Customer, no: number | "stranger"): Attempt {
  const { model, commands } = scene;
  return attemptOf(scene, {
    says: `${who("CONSULTANT", no)} claims customer ${customer.no}`,
    ctx: actor(scene, "CONSULTANT", no),
    input: { key: nextKey(scene), customerId: customer.id, phone: "", confirmed: false },
    command: commands.claimFromPool,
    expected: () => firstOf([no === "stranger", "not_found"], [!model.isInPool(customer), "not_in_pool"]),
    done: () => belong(scene, customer, no === "stranger" ? null : no),
  });
}

/** A consultant calls a customer of his, who then stays his for longer. */
export function call(scene: Scene, customer: Customer, no: number | "stranger"): Attempt {
  const { model } = scene;
  const words = { contact: "CALL_OUT" as const, reached: true, text: "", nextOn: "", servedById: null };
  return attemptOf(scene, {
    says: `${who("CONSULTANT", no)} calls customer ${customer.no}`,
    ctx: actor(scene, "CONSULTANT", no),
    input: { key: nextKey(scene), customerId: customer.id, ...words },
    command: recordInteraction,
    expected: () => firstOf([no === "stranger" || customer.owner !== no, "not_found"]),
    done: () => {
      customer.followedAt = model.now;
    },
  });
}

function belong({ model }: Scene, customer: Customer, owner: number | null): void {
  customer.owner = owner;
  customer.ownedSince = owner === null ? null : model.now;
}
