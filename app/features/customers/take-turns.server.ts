import { fold } from "~/features/projects/search-words";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { Phone } from "./phone";

/** Whoever enters the same phone, or the same name at the project, waits here until the other one is done. */
export async function takeTurns(tx: Tx, { projectId }: Ctx, name: string, phone: Phone | null): Promise<void> {
  const words = [`customer:${projectId}:${fold(name)}`, ...(phone ? [`phone:${phone.e164}`] : [])].sort();
  for (const word of words) await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${word}, 0))`;
}
