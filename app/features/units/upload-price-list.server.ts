import { may } from "~/domain/permission";
import { demand, Refused } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { inTransaction } from "~/platform/db.server";
import { attach, keepFile, readFile } from "~/platform/files.server";
import type { SourceFile } from "./read-price-list.server";

const SUBJECT = "price-list";

/** Keeps a file for import and returns its id. Nothing is read from it yet. */
export async function uploadPriceList(ctx: Ctx, { fileName, bytes }: SourceFile): Promise<string> {
  demand(may(ctx.permissions, "unit:create"));
  const sha256 = await keepFile(bytes);
  const { projectId, actorId, now } = ctx;
  const name = fileName.slice(-200);
  const mediaType = "application/octet-stream";
  const file = { projectId, subject: subjectOf(projectId), sha256, name, mediaType, bytes: bytes.length };
  return inTransaction((tx) => attach(tx, { ...file, byId: actorId, at: now }));
}

/** A file that was uploaded for this project. Refuses `not_found`. */
export async function getPriceList(ctx: Pick<Ctx, "projectId">, fileId: string): Promise<SourceFile> {
  const found = await inTransaction((tx) =>
    tx.attachment.findFirst({ where: { id: fileId, subject: subjectOf(ctx.projectId) } }),
  );
  if (!found) throw new Refused({ code: "not_found" });
  return { fileName: found.name, bytes: await readFile(found.sha256) };
}

function subjectOf(projectId: string): string {
  return `${SUBJECT}:${projectId}`;
}
