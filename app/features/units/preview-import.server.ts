import { may } from "~/domain/permission";
import { planImport } from "~/domain/price-file-diff";
import type { PriceFileProfile } from "~/domain/price-file-profile";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { canApply, outcomeOf } from "./import-outcome.server";
import type { ImportResult } from "./import-result";
import { listKnownUnits } from "./list-known-units.server";
import { type PriceList, readPriceList, type SourceFile } from "./read-price-list.server";

/** How a file was understood and what importing it would do. `clean`: no row is refused. */
export type ImportPreview = { list: PriceList; result: ImportResult; clean: boolean; possible: boolean };

/** Reads a file against the project's units and writes nothing. */
export async function previewImport(
  ctx: Ctx,
  file: SourceFile,
  profile: PriceFileProfile | null,
): Promise<ImportPreview> {
  demand(may(ctx.permissions, "unit:create"));
  return preview(file, profile, ctx.projectId);
}

/** The same for a project that is still to be made. */
export function previewFirstImport(file: SourceFile, profile: PriceFileProfile | null): Promise<ImportPreview> {
  return preview(file, profile, null);
}

async function preview(file: SourceFile, profile: PriceFileProfile | null, projectId: string | null) {
  const list = await readPriceList(file, profile);
  const plan = planImport(list.units, projectId ? await listKnownUnits(db, projectId) : []);
  const result = outcomeOf(file.fileName, list, plan, { applied: false, counted: true });
  return { list, result, clean: canApply(list, plan, false), possible: canApply(list, plan, true) };
}
