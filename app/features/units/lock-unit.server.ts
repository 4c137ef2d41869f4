import { Refused } from "~/domain/refusal";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";

/** Holds the unit's row until the transaction ends. `not_found` outside the project, `stale_version` after a change. */
export async function lockUnit(tx: Tx, ctx: Acting, unitId: string, version?: number): Promise<void> {
  const [unit] = await tx.$queryRaw<{ version: number }[]>`
    SELECT version FROM "Unit"
    WHERE id = ${unitId}::uuid AND "projectId" = ${ctx.projectId}::uuid AND "archivedAt" IS NULL FOR UPDATE`;
  if (!unit) throw new Refused({ code: "not_found" });
  if (version !== undefined && unit.version !== version) {
    throw new Refused({ code: "stale_version", params: { version: unit.version } });
  }
}
