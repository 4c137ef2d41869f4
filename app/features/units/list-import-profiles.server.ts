import { may } from "~/domain/permission";
import type { PriceFileProfile } from "~/domain/price-file-profile";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { importProfile } from "./import-profile";

export type NamedProfile = { name: string; profile: PriceFileProfile };

/** The ways of reading files that this project remembers, last used first. */
export async function listImportProfiles(ctx: Ctx): Promise<NamedProfile[]> {
  demand(may(ctx.permissions, "unit:create"));
  const rows = await db.importProfile.findMany({ where: { projectId: ctx.projectId }, orderBy: { updatedAt: "desc" } });
  return rows.flatMap(({ name, mapping }) => {
    const profile = importProfile.safeParse(mapping);
    return profile.success ? [{ name, profile: profile.data }] : [];
  });
}
