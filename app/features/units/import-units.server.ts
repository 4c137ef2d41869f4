import { createHash } from "node:crypto";
import { may } from "~/domain/permission";
import { type ImportPlan, planImport } from "~/domain/price-file-diff";
import type { PriceFileProfile } from "~/domain/price-file-profile";
import { demand, Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import { inTransaction, type Tx } from "~/platform/db.server";
import { announce, boardTopic } from "~/platform/live.server";
import { canApply, outcomeOf } from "./import-outcome.server";
import type { ImportResult } from "./import-result";
import { listKnownUnits } from "./list-known-units.server";
import { type PriceList, readPriceList, type SourceFile } from "./read-price-list.server";
import { saveImportProfile } from "./save-import-profile.server";
import { addUnits, changeUnits } from "./write-units.server";

export type ImportUnits = {
  file: SourceFile;
  profile: PriceFileProfile | null;
  /** Remembers how the file was read under this name. */
  profileName: string | null;
  /** Takes the good rows of a file that has bad ones; otherwise one refused row keeps the whole file out. */
  acceptGoodRows: boolean;
  dryRun: boolean;
  /** Told how many of the file's rows are done. */
  report?: (done: number, total: number) => Promise<void>;
};

/**
 * Brings a price list into the project: new units unreleased, sold ones with an opening claim, corrected figures on
 * those that exist. One transaction; the same file a second time changes nothing.
 */
export async function importUnits(ctx: Ctx, input: ImportUnits): Promise<ImportResult> {
  demand(may(ctx.permissions, "unit:create"));
  demand(may(ctx.permissions, "unit:import_sold"));
  const list = await readPriceList(input.file, input.profile);
  // Half the way is done when the file is read; the rest is one transaction.
  await input.report?.(Math.floor(list.rows / 2), list.rows);
  const result = await inTransaction((tx) => bringIn(tx, ctx, input, list));
  await input.report?.(list.rows, list.rows);
  if (result.applied && result.imported + result.updated > 0) announce(boardTopic(ctx.projectId));
  return result;
}

async function bringIn(tx: Tx, ctx: Ctx, input: ImportUnits, list: PriceList): Promise<ImportResult> {
  await lockProject(tx, ctx.projectId);
  const plan = await settledPlan(tx, ctx, list, input.dryRun);
  const applied = !input.dryRun && canApply(list, plan, input.acceptGoodRows);
  const result = outcomeOf(input.file.fileName, list, plan, { applied, counted: applied || input.dryRun });
  if (!applied || plan.added.length + plan.changed.length === 0) return result;
  await addUnits(tx, ctx, plan.added);
  await changeUnits(tx, ctx, plan.changed);
  if (input.profileName && list.profile) await saveImportProfile(tx, ctx, input.profileName, list.profile);
  await noteRun(tx, ctx, input.file, result);
  return result;
}

/** One import at a time per project. */
async function lockProject(tx: Tx, projectId: string): Promise<void> {
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "Project" WHERE id = ${projectId}::uuid FOR NO KEY UPDATE`;
  if (found.length === 0) throw new Refused({ code: "not_found" });
}

/** The plan, made again once the units that it changes are locked: a deal may have taken one of them meanwhile. */
async function settledPlan(tx: Tx, ctx: Ctx, list: PriceList, dryRun: boolean): Promise<ImportPlan> {
  const plan = planImport(list.units, await listKnownUnits(tx, ctx.projectId));
  if (dryRun || plan.changed.length === 0) return plan;
  const ids = plan.changed.map(({ id }) => id);
  await tx.$queryRaw`SELECT 1 FROM "Unit" WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  return planImport(list.units, await listKnownUnits(tx, ctx.projectId));
}

async function noteRun(tx: Tx, ctx: Ctx, file: SourceFile, result: ImportResult): Promise<void> {
  const fileSha256 = createHash("sha256").update(file.bytes).digest("hex");
  const { rows, imported, updated } = result;
  const run = await tx.importRun.create({
    data: { projectId: ctx.projectId, fileName: file.fileName, fileSha256, byId: ctx.actorId, at: ctx.now, result },
  });
  await record(tx, ctx, {
    action: "units.imported",
    subject: `import:${run.id}`,
    after: { fileName: file.fileName, fileSha256, rows, imported, updated },
  });
}
