import type { Grant } from "~/platform/caller.server";
import { db } from "~/platform/db.server";

export type ProjectLine = { id: string; code: string; name: string; city: string };

/** The projects that these grants reach, by name. */
export async function listProjects(grants: readonly Grant[]): Promise<ProjectLine[]> {
  const everywhere = grants.some(({ scope }) => scope === "COMPANY");
  const branches = grants.flatMap(({ scope, branchId }) => (scope === "BRANCH" && branchId ? [branchId] : []));
  const projects = grants.flatMap(({ projectId }) => (projectId ? [projectId] : []));
  const found = await db.project.findMany({
    where: {
      archivedAt: null,
      ...(everywhere ? {} : { OR: [{ branchId: { in: branches } }, { id: { in: projects } }] }),
    },
    select: { id: true, code: true, name: true, city: true },
  });
  return found.sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}
