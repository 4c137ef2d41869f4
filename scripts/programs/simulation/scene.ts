import { claimFromPool } from "~/features/customers/claim-from-pool.server";
import { placeHold } from "~/features/deals/place-hold.server";
import { takePayment } from "~/features/deals/take-payment.server";
import { newId } from "~/platform/id.server";
import type { Chance } from "../../../prisma/demo/chance";
import type { Carry, Signed } from "./hands";
import type { Model } from "./model";
import { CAP, CAPPED, type Office, type Post } from "./office";

/** The commands that a control replaces by a careless one. */
export const REPLACEABLE = { claimFromPool, placeHold, takePayment };
export type Commands = typeof REPLACEABLE;

/** Where one step takes place. Its chance is its own, so that nothing before it shifts what it does. */
export type Scene = {
  office: Office;
  model: Model;
  commands: Commands;
  carry: Carry;
  seed: number;
  step: number;
  chance: Chance;
  /** Keys given out in this step. */
  keys: number;
};

/** A key that says where it comes from; in the order of the story. */
export function nextKey(scene: Scene): string {
  scene.keys += 1;
  return `${scene.seed}-${String(scene.step).padStart(6, "0")}-${String(scene.keys).padStart(3, "0")}`;
}

/** Somebody of this post, at the moment of asking. A stranger holds the same post in another project. */
export function actor(scene: Scene, post: Post, no: number | "stranger"): () => Signed {
  const { staff, strangers, sessions } = scene.office;
  const crew = staff[post];
  const person = no === "stranger" ? strangers[post] : crew[no % crew.length];
  if (!person) throw new RangeError(`nobody is ${post} ${no}`);
  // Of the others' limit nothing should be felt.
  const holdCapPerConsultant = post === "CONSULTANT" && no === CAPPED ? CAP : 999;
  return () => {
    const tokenHash = sessions.get(person.actorId) ?? "";
    return { ...person, now: new Date(scene.model.now), requestId: newId(), tokenHash, own: { holdCapPerConsultant } };
  };
}
