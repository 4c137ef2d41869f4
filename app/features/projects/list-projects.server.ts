import type { Grant } from "~/platform/caller.server";
import { pool } from "~/platform/db.server";

export type ProjectLine = { id: string; code: string; name: string; city: string };

/** The projects that these grants reach, by name. */
export async function listProjects(grants: readonly Grant[]): Promise<ProjectLine[]> {
  const everywhere = grants.some(({ scope }) => scope === "COMPANY");
  const branches = grants.flatMap(({ scope, branchId }) => (scope === "BRANCH" && branchId ? [branchId] : []));
  const projects = grants.flatMap(({ projectId }) => (projectId ? [projectId] : []));
  const { rows: found } = await pool.query<ProjectLine>({
    name: "projects",
    text: `SELECT id, code, name, city FROM "Project"
      WHERE "archivedAt" IS NULL AND ($1 OR "branchId" = ANY ($2) OR id = ANY ($3))`,
    values: [everywhere, branches, projects],
  });
  return found.sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
}
