import { record } from "~/platform/audit.server";
import type { Caller } from "~/platform/context.server";
import { inTransaction } from "~/platform/db.server";

/** Ends the session that the caller came with. */
export async function signOut(by: Caller): Promise<void> {
  if (!by.sessionId) return;
  await endSessions(by, { id: by.sessionId });
}

/** Ends one of the caller's sessions, or all of them; other people's are out of reach. */
export async function endSessions(by: Caller, which: { id?: string } = {}): Promise<number> {
  return inTransaction(async (tx) => {
    const open = { userId: by.actorId, endedAt: null, ...which };
    const { count } = await tx.session.updateMany({ where: open, data: { endedAt: by.now } });
    if (count > 0) {
      await record(tx, by, { action: "session.ended", subject: `user:${by.actorId}`, after: { count } });
    }
    return count;
  });
}
