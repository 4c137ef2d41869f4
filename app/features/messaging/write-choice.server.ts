import type { MessageKind } from "~/domain/message";
import { record } from "~/platform/audit.server";
import type { Tx } from "~/platform/db.server";

export type NewChoice = {
  personId: string;
  /** Null: everything that can be declined. */
  kind: MessageKind | null;
  wanted: boolean;
  way: "PORTAL" | "STAFF" | "REPLY";
  /** How it was said, so that it can be shown later. */
  proof: string;
};

type By = { actorId: string | null; projectId?: string; requestId: string; now: Date };

/** Holds the person until the transaction ends: a message on its way leaves before the choice, or heeds it. */
export async function lockPerson(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Person" WHERE id = ${personId}::uuid FOR UPDATE`;
}

/** Writes down what a person said about text messages; it counts from this moment. The person is locked before. */
export async function writeChoice(tx: Tx, by: By, choice: NewChoice): Promise<void> {
  await tx.messageChoice.create({ data: { ...choice, channel: "SMS", byId: by.actorId, at: by.now } });
  const { personId, kind, wanted, way } = choice;
  const action = wanted ? "message_choice.wanted" : "message_choice.declined";
  await record(tx, by, { action, subject: `person:${personId}`, after: { kind, way } });
}
