import type { Tx } from "~/platform/db.server";
import type { SearchSubject } from "~/platform/prisma/enums";
import { tokensOf } from "./search-words";

/**
 * Makes a thing of a project findable by these words and no others: name, pinyin, initials, phone tail, unit label,
 * number. Call it in the transaction that makes or renames the thing.
 */
export async function indexWords(
  tx: Tx,
  projectId: string,
  subject: SearchSubject,
  subjectId: string,
  words: readonly string[],
): Promise<void> {
  const tokens = [...new Set(words.flatMap((word) => tokensOf(word)))];
  await tx.searchToken.deleteMany({ where: { projectId, subject, subjectId, token: { notIn: tokens } } });
  await tx.searchToken.createMany({
    data: tokens.map((token) => ({ projectId, subject, subjectId, token })),
    skipDuplicates: true,
  });
}
