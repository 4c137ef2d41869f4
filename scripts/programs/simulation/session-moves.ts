import { db } from "~/platform/db.server";
import { type Attempt, DONE } from "./attempt";
import { signIn } from "./office";
import type { Round } from "./rounds";
import { nextKey, type Scene } from "./scene";

/** Somebody's session ends over a form: it is refused, he signs in again, and the same form is carried out. */
export function sessionEnds(scene: Scene, attempt: Attempt): Round {
  const { sessions, signedOut } = scene.office;
  const { actorId } = attempt;
  const end = async () => {
    const tokenHash = sessions.get(actorId) ?? "";
    await db.session.update({ where: { tokenHash }, data: { expiresAt: new Date(Date.now() - 1_000) } });
    return () => signedOut.add(actorId);
  };
  const again = async () => {
    const tokenHash = await signIn(actorId);
    return () => {
      sessions.set(actorId, tokenHash);
      signedOut.delete(actorId);
    };
  };
  return {
    says: `a session ends: ${attempt.says}`,
    attempts: [byTheDoor(scene, "the session ends", end)],
    after: [() => [attempt], () => [byTheDoor(scene, "he signs in again", again)], () => [attempt]],
  };
}

function byTheDoor(scene: Scene, says: string, act: () => Promise<() => void>): Attempt {
  return {
    ...{ says, key: nextKey(scene), actorId: "door", body: "", expected: () => [DONE] },
    send: async () => ({ code: DONE, answer: null, settle: await act() }),
  };
}
