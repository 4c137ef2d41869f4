import { z } from "zod";
import type { Ctx } from "~/platform/context.server";
import { db, type Tx } from "~/platform/db.server";
import { dropFile } from "~/platform/files.server";
import { defineJob, handleJob, sendJob } from "~/platform/jobs.server";

const dropJob = defineJob("files.drop", z.object({ hashes: z.array(z.string()) }));

/** Says how files are dropped; called at the composition root. */
export function handleDroppedFiles(): void {
  handleJob(dropJob, async ({ hashes }) => {
    await dropUnneeded(hashes);
    return undefined;
  });
}

/** Drops the bytes that no row names any more. */
export async function dropUnneeded(hashes: readonly string[]): Promise<void> {
  for (const sha256 of hashes) if (!(await isNamed(sha256))) await dropFile(sha256);
}

/**
 * Takes the files of these subjects ("noun:id") off record, with every other entry of the same bytes; the bytes go
 * after the commit, so that none are lost by one that fails.
 */
export async function dropFilesOf(tx: Tx, ctx: Ctx, subjects: readonly string[]): Promise<void> {
  const found = await tx.attachment.findMany({ where: { subject: { in: [...subjects] } }, select: { sha256: true } });
  if (found.length === 0) return;
  const hashes = [...new Set(found.map(({ sha256 }) => sha256))];
  await tx.attachment.deleteMany({ where: { sha256: { in: hashes } } });
  await sendJob(tx, ctx, dropJob, { hashes });
}

/** Does any row still need these bytes? */
async function isNamed(sha256: string): Promise<boolean> {
  const [kept, papers] = [
    await db.attachment.count({ where: { sha256 } }),
    await db.dealDocument.count({ where: { sha256 } }),
  ];
  return kept + papers > 0;
}
