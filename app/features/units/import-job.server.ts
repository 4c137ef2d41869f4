import { z } from "zod";
import { businessDay } from "~/domain/calendar";
import { permissionsOf } from "~/domain/permission";
import { settingsOn } from "~/domain/setting";
import { rolesAt } from "~/platform/caller.server";
import { databaseNow } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { defineJob, handleJob } from "~/platform/jobs.server";
import { importProfile } from "./import-profile";
import { importUnits } from "./import-units.server";
import { getPriceList } from "./upload-price-list.server";

export const importJob = defineJob(
  "units.import",
  z.object({
    fileId: z.uuid(),
    profile: importProfile.nullable(),
    profileName: z.string().nullable(),
    acceptGoodRows: z.boolean(),
  }),
);

/** Says what the import job does; called at the composition root. Run twice, it finds everything there already. */
export function handleImports(): void {
  handleJob(importJob, async ({ fileId, ...how }, run) => {
    const ctx = await contextOf(run.byId ?? "", run.projectId ?? "");
    const file = await getPriceList(ctx, fileId);
    return importUnits(ctx, { file, ...how, dryRun: false, report: run.report });
  });
}

/** Whoever asked for the job, with what he may do by the time it runs. */
async function contextOf(userId: string, projectId: string): Promise<Ctx> {
  const [user, project, now] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: userId }, include: { grants: { where: { endedAt: null } } } }),
    db.project.findUniqueOrThrow({ where: { id: projectId } }),
    databaseNow(),
  ]);
  const roles = rolesAt(user.grants, project);
  return {
    actorId: user.id,
    actorName: user.name,
    personId: user.personId,
    sessionId: null,
    locale: user.locale === "EN" ? "en" : "zh-CN",
    requestId: newId(),
    now,
    projectId,
    projectCode: project.code,
    timeZone: project.timeZone,
    roles,
    permissions: permissionsOf(roles),
    settings: settingsOn([], businessDay(now)),
  };
}
