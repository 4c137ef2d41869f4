import { z } from "zod";
import { DECLINABLE, type MessageKind } from "~/domain/message";
import type { BuyerCtx } from "~/platform/session.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { hasDeclined } from "./leave.server";
import { lockPerson, writeChoice } from "./write-choice.server";

export type ChooseMessages = { key: string; wanted: readonly MessageKind[] };

const answerSchema = z.object({ changed: z.number() });

/** A buyer says in the portal which text messages are wanted. Only what changes is written down. */
export async function chooseMessages(by: BuyerCtx, input: ChooseMessages): Promise<{ changed: number }> {
  return carryOut(by, submissionOf(by, "message:choose", input), answerSchema, async (tx) => {
    await lockPerson(tx, by.personId);
    let changed = 0;
    for (const kind of DECLINABLE) {
      const wanted = input.wanted.includes(kind);
      if (wanted !== (await hasDeclined(tx, by.personId, "SMS", kind))) continue;
      const proof = `session ${by.sessionId ?? by.requestId}`;
      await writeChoice(tx, by, { personId: by.personId, kind, wanted, way: "PORTAL", proof });
      changed += 1;
    }
    return { changed };
  });
}
