import { z } from "zod";
import { type GrantScope, mayGive } from "~/domain/grant";
import { may, type Role } from "~/domain/permission";
import { demand, Refused, unless } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { CompanyCtx } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockUser } from "./lock-user.server";

export type PlaceOfGrant = { scope: GrantScope; id: string | null };
export type GiveGrant = {
  key: string;
  userId: string;
  role: Role;
  place: PlaceOfGrant;
  partnerId?: string | undefined;
};

const given = z.object({ grantId: z.string() });

/**
 * Gives a user a role at a place. Refuses `own_grant`, `roles_conflict`, and `value_duplicate` for what they have.
 * Two grants at the same moment wait for each other; the database refuses a conflict that got past.
 */
export async function giveGrant(ctx: CompanyCtx, input: GiveGrant): Promise<{ grantId: string }> {
  demand(may(ctx.permissions, "user:grant"));
  const { userId, role, place, partnerId = null } = input;
  const sent = { ...input, place: `${place.scope}:${place.id}` };
  const submission = submissionOf(ctx, "user:grant", sent);
  try {
    return await carryOut(ctx, submission, given, async (tx) => {
      const user = await lockUser(tx, userId);
      const at = await placeColumns(tx, place);
      const held = await tx.grant.findMany({ where: { userId, endedAt: null } });
      demand(mayGive(ctx, { id: user.id, roles: held.map((grant) => grant.role) }, role));
      const same = held.some((grant) => grant.role === role && grant.scope === place.scope && sameAt(grant, at));
      demand(unless(!same, "value_duplicate"));
      const grant = await tx.grant.create({
        data: { userId, role, scope: place.scope, ...at, partnerId, grantedAt: ctx.now, grantedById: ctx.actorId },
      });
      await record(tx, ctx, {
        action: "grant.given",
        subject: `user:${userId}`,
        after: { role, scope: place.scope, ...(place.id ? { place: place.id } : {}) },
      });
      return { grantId: grant.id };
    });
  } catch (error) {
    if (constraintOf(error) === "Grant_roles_do_not_conflict") throw new Refused({ code: "roles_conflict" });
    throw error;
  }
}

type Columns = { branchId: string | null; projectId: string | null };

function sameAt(grant: Columns, at: Columns): boolean {
  return grant.branchId === at.branchId && grant.projectId === at.projectId;
}

/** A place that exists; any other is not found. */
async function placeColumns(tx: Tx, { scope, id }: PlaceOfGrant): Promise<Columns> {
  const [branchId, projectId] = [scope === "BRANCH" ? id : null, scope === "PROJECT" ? id : null];
  const branch = branchId && (await tx.branch.findUnique({ where: { id: branchId }, select: { id: true } }));
  const project = projectId && (await tx.project.findUnique({ where: { id: projectId }, select: { id: true } }));
  if (scope !== "COMPANY" && !branch && !project) throw new Refused({ code: "not_found" });
  return { branchId, projectId };
}
