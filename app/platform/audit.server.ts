import type { AuditAction, AuditSubject } from "~/domain/audit-action";
import type { Tx } from "./db.server";
import { Prisma } from "./prisma/client";

export type Change = {
  action: AuditAction;
  subject: AuditSubject;
  before?: Prisma.InputJsonObject;
  after?: Prisma.InputJsonObject;
  reason?: string;
};

type Recorder = { actorId: string | null; projectId?: string | null; requestId: string; now: Date };

/** Writes the audit row of a change, in the change's own transaction. Never pass personal data in clear. */
export async function record(tx: Tx, by: Recorder, change: Change): Promise<void> {
  await tx.$executeRaw(auditRow(by, change));
}

/** The same as a statement, for those who write it together with other rows. */
export function auditRow(by: Recorder, change: Change): Prisma.Sql {
  const { actorId, projectId = null, requestId, now } = by;
  const { action, subject, before, after, reason = null } = change;
  const json = (value?: Prisma.InputJsonObject) => (value === undefined ? null : JSON.stringify(value));
  return Prisma.sql`
    INSERT INTO "AuditEntry" ("projectId", "actorId", "requestId", action, subject, before, after, reason, at)
    VALUES (${projectId}::uuid, ${actorId}::uuid, ${requestId}::uuid, ${action}, ${subject}, ${json(before)}::jsonb,
      ${json(after)}::jsonb, ${reason}, ${now})`;
}
