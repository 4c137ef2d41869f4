import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { JobStatus } from "~/platform/prisma/enums";
import { importJob } from "./import-job.server";
import { type ImportResult, importResult } from "./import-result";

export type PastImport = {
  id: string;
  fileName: string;
  at: Date;
  by: string;
  imported: number;
  updated: number;
  unchanged: number;
};

const SHOWN = 20;

/** What was brought in, newest first. */
export async function listImportRuns(ctx: Ctx): Promise<PastImport[]> {
  demand(may(ctx.permissions, "unit:create"));
  const runs = await db.importRun.findMany({
    where: { projectId: ctx.projectId },
    orderBy: { at: "desc" },
    take: SHOWN,
  });
  const people = await db.user.findMany({
    where: { id: { in: runs.map(({ byId }) => byId) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name] as const));
  return runs.flatMap(({ id, fileName, at, byId, result }) => {
    const parsed = importResult.safeParse(result);
    if (!parsed.success) return [];
    const { imported, updated, unchanged } = parsed.data;
    return [{ id, fileName, at, by: names.get(byId) ?? "", imported, updated, unchanged }];
  });
}

export type ImportRunView = { status: JobStatus; done: number; total: number; result: ImportResult | null };

/** How far a run has come, and what came of it. Refuses `not_found`. */
export async function getImportRun(ctx: Ctx, runId: string): Promise<ImportRunView> {
  demand(may(ctx.permissions, "unit:create"));
  const run = await db.jobRun.findFirst({ where: { id: runId, projectId: ctx.projectId, kind: importJob.name } });
  if (!run) throw new Refused({ code: "not_found" });
  const { status, done, total } = run;
  return { status, done, total, result: importResult.safeParse(run.result).data ?? null };
}
