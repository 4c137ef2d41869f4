import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Caller, CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { JobStatus } from "~/platform/prisma/enums";

const PAGE = 50;

export type JobRunLine = {
  id: string;
  kind: string;
  status: JobStatus;
  done: number;
  total: number;
  error: string | null;
  by: string | null;
  project: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

/** Long pieces of work, newest first. */
export async function listJobRuns(
  ctx: CompanyCtx,
  { status, after }: { status: JobStatus | null; after: string | null },
) {
  demand(may(ctx.permissions, "job:manage"));
  const found = await db.jobRun.findMany({
    where: { ...(status ? { status } : {}), ...(after ? { id: { lt: after } } : {}) },
    omit: { input: true, result: true, startedAt: true },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const rows = found.slice(0, PAGE);
  const [people, projects] = await Promise.all([
    db.user.findMany({
      where: { id: { in: rows.flatMap(({ byId }) => byId ?? []) } },
      select: { id: true, name: true },
    }),
    db.project.findMany({
      where: { id: { in: rows.flatMap(({ projectId }) => projectId ?? []) } },
      select: { id: true, name: true },
    }),
  ]);
  const nameOf = new Map([...people, ...projects].map(({ id, name }) => [id, name]));
  const runs = rows.map(
    ({ byId, projectId, ...row }): JobRunLine => ({
      ...row,
      by: byId ? (nameOf.get(byId) ?? null) : null,
      project: projectId ? (nameOf.get(projectId) ?? null) : null,
    }),
  );
  return { runs, next: found.length > PAGE ? (runs.at(-1)?.id ?? null) : null };
}

/** How far one's own piece of work has come; null for anybody else's. */
export async function getOwnRun(by: Caller, runId: string) {
  return db.jobRun.findFirst({
    where: { id: runId, byId: by.actorId },
    select: { id: true, kind: true, status: true, done: true, total: true, result: true, error: true },
  });
}
