import type { PriceFileProfile } from "~/domain/price-file-profile";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { importProfile } from "./import-profile";

/** Remembers under a name how the project's files are read. */
export async function saveImportProfile(tx: Tx, ctx: Ctx, name: string, profile: PriceFileProfile): Promise<void> {
  const mapping = JSON.parse(JSON.stringify(importProfile.parse(profile)));
  const where = { projectId_name: { projectId: ctx.projectId, name } };
  const earlier = await tx.importProfile.findUnique({ where });
  if (earlier && JSON.stringify(importProfile.parse(earlier.mapping)) === JSON.stringify(mapping)) return;
  const saved = await tx.importProfile.upsert({
    where,
    create: { projectId: ctx.projectId, name, mapping, updatedAt: ctx.now },
    update: { mapping, updatedAt: ctx.now },
  });
  await record(tx, ctx, { action: "import_profile.saved", subject: `import_profile:${saved.id}`, after: { name } });
}
