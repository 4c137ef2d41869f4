import { isStopWord } from "~/domain/message";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { lockPerson, writeChoice } from "./write-choice.server";

/**
 * A reply to a text message, as the carrier reports it. The word that ends messages counts for everybody who has the
 * phone it came from; any other reply changes nothing. Returns how many people it counts for.
 */
export async function takeReply({ from, text }: { from: string; text: string }, now: Date): Promise<number> {
  if (!isStopWord(text)) return 0;
  return inTransaction(async (tx) => {
    const people = await tx.person.findMany({
      where: { erasedAt: null, phones: { some: { e164: from } } },
      select: { id: true },
      orderBy: { id: "asc" },
    });
    const by = { actorId: null, requestId: newId(), now };
    for (const { id } of people) {
      await lockPerson(tx, id);
      await writeChoice(tx, by, {
        personId: id,
        kind: null,
        wanted: false,
        way: "REPLY",
        proof: text.trim().slice(0, 60),
      });
    }
    return people.length;
  });
}
