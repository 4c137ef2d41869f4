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

/** As indexWords for many new things at once: thousands of rows travel as two lists. */
export async function indexNew(
  tx: Tx,
  projectId: string,
  subject: SearchSubject,
  named: readonly { id: string; words: readonly string[] }[],
): Promise<void> {
  const rows = named.flatMap(({ id, words }) =>
    [...new Set(words.flatMap((word) => tokensOf(word)))].map((token) => ({ id, token })),
  );
  const [ids, tokens] = [rows.map(({ id }) => id), rows.map(({ token }) => token)];
  await tx.$executeRaw`
    INSERT INTO "SearchToken" ("projectId", subject, "subjectId", token)
    SELECT ${projectId}::uuid, ${subject}::"SearchSubject", * FROM unnest(${ids}::uuid[], ${tokens}::text[])`;
}
