import type { Caller } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** The caller's own sessions that count, last used first. */
export async function listSessions(by: Caller) {
  const sessions = await db.session.findMany({
    where: { userId: by.actorId, endedAt: null, expiresAt: { gt: by.now } },
    select: { id: true, ip: true, userAgent: true, createdAt: true, lastSeenAt: true, expiresAt: true },
    orderBy: { lastSeenAt: "desc" },
  });
  return sessions.map((session) => ({ ...session, current: session.id === by.sessionId }));
}
