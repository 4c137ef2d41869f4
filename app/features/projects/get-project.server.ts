import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

export type ProjectView = { id: string; code: string; name: string; city: string; address: string; summary: string };

/** The project that the caller works on. */
export function getProject(ctx: Pick<Ctx, "projectId">): Promise<ProjectView> {
  return db.project.findUniqueOrThrow({
    where: { id: ctx.projectId },
    select: { id: true, code: true, name: true, city: true, address: true, summary: true },
  });
}
