import { createHash } from "node:crypto";
import type { z } from "zod";
import { Refused } from "~/domain/refusal";
import { constraintOf, insist, inTransaction, pool, type Tx } from "./db.server";
import { Prisma } from "./prisma/client";

type Sender = { actorId: string; now: Date };
export type Submission = { key: string; fingerprint: string };

const KEYED = { keyed: true };

/** One form, or one API call with its Idempotency-Key, as one person sent it. The key is part of the input. */
export function submissionOf(by: Sender, command: string, input: { key: string }): Submission {
  const content = JSON.stringify([command, by.actorId, Object.entries(input).sort()]);
  return { key: input.key, fingerprint: createHash("sha256").update(content).digest("hex") };
}

/** The answer given to the same form before; null when there was none. The same key on another form is refused. */
export async function earlierAnswer(by: Sender, { key, fingerprint }: Submission): Promise<unknown> {
  const { rows } = await insist(() =>
    pool.query<{ fingerprint: string; answer: unknown }>({
      name: "earlier-answer",
      text: `SELECT fingerprint, answer FROM "Submission" WHERE "actorId" = $1 AND key = $2`,
      values: [by.actorId, key],
    }),
  );
  const [earlier] = rows;
  if (earlier && earlier.fingerprint !== fingerprint) throw new Refused({ code: "idempotency_mismatch" });
  return earlier?.answer ?? null;
}

/**
 * Carries a command out once per key: the key's row comes first in its transaction, so a repeat waits for the first
 * and gets the same answer. The answer holds ids and figures only, no personal data.
 */
export function carryOut<Answer extends z.ZodType>(
  by: Sender,
  submission: Submission,
  answer: Answer,
  work: (tx: Tx) => Promise<z.input<Answer>>,
): Promise<z.output<Answer>> {
  return carryOutAnswering(by, submission, answer, async (tx, answering) => {
    const given = await work(tx);
    await tx.$executeRaw(answering(given));
    return given;
  });
}

/** As carryOut, for work that must carry out `answering` (it keeps the answer) itself, together with other rows. */
export async function carryOutAnswering<Answer extends z.ZodType>(
  by: Sender,
  submission: Submission,
  answer: Answer,
  work: (tx: Tx, answering: (given: z.input<Answer>) => Prisma.Sql) => Promise<z.input<Answer>>,
): Promise<z.output<Answer>> {
  const { key, fingerprint } = submission;
  const answering = (given: z.input<Answer>) => Prisma.sql`
    UPDATE "Submission" SET answer = ${JSON.stringify(given)}::jsonb WHERE "actorId" = ${by.actorId}::uuid AND key = ${key}`;
  try {
    return await inTransaction(async (tx) => {
      await tx.$executeRaw`INSERT INTO "Submission" ("actorId", key, fingerprint, answer, at)
        VALUES (${by.actorId}::uuid, ${key}, ${fingerprint}, '{}', ${by.now})`;
      const given = await work(tx, answering);
      return answer.parse(JSON.parse(JSON.stringify(given)));
    }, KEYED);
  } catch (error) {
    if (constraintOf(error) !== "Submission_pkey") throw error;
    return answer.parse(await earlierAnswer(by, submission));
  }
}
