import { z } from "zod";
import { dayIn, parseDay } from "~/domain/calendar";
import { cleanText } from "~/domain/clean-text";
import type { Contact } from "~/domain/contact";
import { may, reachOf } from "~/domain/permission";
import { all, demand, unless } from "~/domain/refusal";
import { recordFacts } from "~/features/projects/record-fact.server";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { InteractionKind } from "~/platform/prisma/enums";
import { dateOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { lockReached } from "./customer-reach.server";
import { demandConsultant } from "./list-consultants.server";

export type RecordInteraction = {
  key: string;
  customerId: string;
  contact: Contact;
  /** Did it reach the person? Only that is a valid follow-up. */
  reached: boolean;
  text: string;
  /** The day of the next follow-up, or empty. */
  nextOn: string;
  /** Who served a visitor, where the desk notes the visit; null for the owner. */
  servedById: string | null;
};

const recorded = z.object({ interactionId: z.string() });

/**
 * Notes a contact with a customer; one that reached the customer renews the ownership.
 * Refuses value_missing (a note without words), date_invalid and date_past (of the next follow-up).
 */
export async function recordInteraction(ctx: Ctx, input: RecordInteraction): Promise<z.output<typeof recorded>> {
  demand(may(ctx.permissions, "interaction:record"));
  const today = dayIn(ctx.timeZone, ctx.now);
  const text = cleanText(input.text);
  const nextOn = input.nextOn ? parseDay(input.nextOn) : null;
  demand(
    all(
      unless(input.contact !== "NOTE" || text !== "", "value_missing"),
      unless(!input.nextOn || nextOn !== null, "date_invalid"),
      unless(nextOn === null || nextOn >= today, "date_past"),
    ),
  );
  return carryOut(ctx, submissionOf(ctx, "interaction:record", input), recorded, async (tx) => {
    const customer = await lockReached(tx, ctx, input.customerId, "interaction:record");
    const byId = await servedBy(tx, ctx, input, customer.ownerId);
    const kind = await kindOf(tx, customer.id, input.contact);
    const { id: interactionId } = await tx.interaction.create({
      data: {
        projectId: ctx.projectId,
        customerId: customer.id,
        byId,
        kind,
        reached: input.reached,
        businessOn: dateOf(today),
        at: ctx.now,
        text,
        nextOn: nextOn && dateOf(nextOn),
      },
    });
    if (input.reached && kind !== "NOTE")
      await tx.projectCustomer.update({ where: { id: customer.id }, data: { lastFollowUpAt: ctx.now } });
    if (kind === "VISIT_FIRST" || kind === "VISIT_REPEAT" || kind === "CALL_IN")
      await recordFacts(tx, ctx, [{ kind, businessOn: today, customerId: customer.id, userId: byId }]);
    const after = { interactionId, kind, reached: input.reached, byId };
    await record(tx, ctx, { action: "interaction.recorded", subject: `customer:${customer.id}`, after });
    return { interactionId };
  });
}

/** A consultant notes his own contacts; a visitor whom the desk notes is served by the owner unless it says otherwise. */
async function servedBy(tx: Tx, ctx: Ctx, input: RecordInteraction, ownerId: string | null): Promise<string> {
  if (reachOf(ctx.permissions, "interaction:record") === "own") return ctx.actorId;
  if (!input.servedById) return (input.contact === "VISIT" ? ownerId : null) ?? ctx.actorId;
  await demandConsultant(tx, ctx, input.servedById);
  return input.servedById;
}

async function kindOf(tx: Tx, customerId: string, contact: Contact): Promise<InteractionKind> {
  if (contact !== "VISIT") return contact;
  const before = await tx.interaction.count({
    where: { customerId, kind: { in: ["VISIT_FIRST", "VISIT_REPEAT"] } },
  });
  return before === 0 ? "VISIT_FIRST" : "VISIT_REPEAT";
}
