import { dayIn } from "~/domain/calendar";
import type { Settings } from "~/domain/setting";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import { indexesOf, indexOf } from "~/platform/crypto.server";
import { db, inTransaction, type Tx } from "~/platform/db.server";
import { attach, keepSealedFile, readSealedFile } from "~/platform/files.server";
import { newId } from "~/platform/id.server";
import type { DealDocument } from "~/platform/prisma/client";
import type { DocumentKind } from "~/platform/prisma/enums";
import { dateOf } from "~/platform/stored-day.server";
import { lockDeal } from "../deal-stage.server";

/** Whoever prints: staff, or the buyer. */
export type Printer = Acting & { actorId: string; settings: Settings };

/** FULL and MASKED where a paper names identity documents; ZH and EN where it is written in the reader's language. */
export type Edition = "FULL" | "MASKED" | "ZH" | "EN";

export type PaperToIssue = {
  dealId: string;
  kind: DocumentKind;
  /** The number of the subscription, contract, receipt or quotation. */
  reference: string;
  edition: Edition;
  /** Everything it says, apart from number, version and the day of print. */
  content: unknown;
  draw: (printed: Printed) => Promise<Buffer>;
};
export type Printed = { number: string; version: number; at: Date };
export type IssuedPaper = { number: string; fileName: string; bytes: Buffer };

const MARKS: Record<Edition, string> = { FULL: "", ZH: "", MASKED: "-M", EN: "-E" };

/**
 * The paper as it was issued last, byte for byte, while it still says the same; otherwise a new version of it, drawn,
 * kept and put on record. Who took it is in the audit.
 */
export async function issuePaper(by: Printer, paper: PaperToIssue): Promise<IssuedPaper> {
  const said = JSON.stringify(paper.content);
  const latest = await latestOf(db, paper);
  if (latest && indexesOf("paper", said).includes(latest.fingerprint)) return readIssued(by, latest);
  const version = (latest?.version ?? 0) + 1;
  const fresh = await drawn(by, paper, version);
  const issued = await inTransaction(async (tx) => {
    await lockDeal(tx, by, paper.dealId);
    if ((await latestOf(tx, paper))?.id !== latest?.id) return null;
    await writeIssued(tx, by, paper, { ...fresh, version, fingerprint: indexOf("paper", said) });
    return fresh;
  });
  // Somebody else issued it in the same moment: theirs counts.
  return issued ?? issuePaper(by, paper);
}

/** The bytes of a paper that was issued before, noted in the audit. Throws where the file is gone or has changed. */
export async function readIssued(by: Acting, document: DealDocument): Promise<IssuedPaper> {
  const { id, sha256, fileName, number, edition, dealId } = document;
  const bytes = await readSealedFile(sha256, subjectOf(id));
  await inTransaction((tx) =>
    record(tx, by, { action: "paper.printed", subject: `deal:${dealId}`, after: { number, edition } }),
  );
  return { number, fileName, bytes };
}

function latestOf(tx: Tx, { dealId, kind, reference, edition }: PaperToIssue): Promise<DealDocument | null> {
  return tx.dealDocument.findFirst({ where: { dealId, kind, reference, edition }, orderBy: { version: "desc" } });
}

type Drawn = IssuedPaper & { id: string; sha256: string };

async function drawn(by: Printer, paper: PaperToIssue, version: number): Promise<Drawn> {
  const id = newId();
  const number = `${paper.reference}${MARKS[paper.edition]}${version > 1 ? `-V${version}` : ""}`;
  const bytes = await paper.draw({ number, version, at: by.now });
  return { id, number, fileName: `${number}.pdf`, bytes, sha256: await keepSealedFile(bytes, subjectOf(id)) };
}

async function writeIssued(
  tx: Tx,
  by: Printer,
  { dealId, kind, reference, edition }: PaperToIssue,
  { id, number, fileName, bytes, sha256, version, fingerprint }: Drawn & { version: number; fingerprint: string },
): Promise<void> {
  const { projectId, actorId: byId, now } = by;
  const on = dateOf(dayIn(by.timeZone, now));
  const named = { id, projectId, dealId, kind, reference, edition, version, number, fingerprint, sha256, fileName };
  await tx.dealDocument.create({ data: { ...named, businessOn: on, enteredAt: now, byId } });
  await attach(tx, {
    projectId,
    subject: subjectOf(id),
    sha256,
    name: fileName,
    mediaType: "application/pdf",
    bytes: bytes.length,
    byId,
    at: now,
  });
  await record(tx, by, {
    action: "paper.issued",
    subject: `deal:${dealId}`,
    after: { number, kind, edition, version },
  });
}

function subjectOf(documentId: string): string {
  return `deal-document:${documentId}`;
}
