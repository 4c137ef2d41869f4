import { z } from "zod";
import { dayIn } from "~/domain/calendar";
import { cleanLine, cleanText } from "~/domain/clean-text";
import { firstOwner } from "~/domain/ownership";
import { may, reachOf } from "~/domain/permission";
import { all, demand } from "~/domain/refusal";
import { recordFacts } from "~/features/projects/record-fact.server";
import { record } from "~/platform/audit.server";
import type { Ctx } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { dateOf } from "~/platform/stored-day.server";
import { carryOut, submissionOf } from "~/platform/submission.server";
import { demandNotDuplicate } from "./duplicate-rule";
import { type Duplicate, findDuplicates } from "./find-duplicates.server";
import { indexCustomer } from "./index-customer.server";
import { demandConsultant } from "./list-consultants.server";
import { isNeeds, type Needs, type Source } from "./needs";
import { neededColumns } from "./needs-columns.server";
import { isName } from "./person-name";
import { type Phone, phoneIfGiven } from "./phone";
import { takeTurns } from "./take-turns.server";

export const FIRST_CONTACTS = ["VISIT_FIRST", "VISIT_REPEAT", "CALL_IN", "OUTREACH"] as const;
export type FirstContact = (typeof FIRST_CONTACTS)[number];

export type RegisterVisitor = {
  key: string;
  name: string;
  /** As typed; empty where the visitor gives none. */
  phone: string;
  source: Source;
  contact: FirstContact;
  /** The consultant who serves; a consultant always registers for himself. */
  consultantId: string | null;
  needs: Needs;
  note: string;
  /** Somebody looked at the possible duplicates and says it is another person. */
  confirmed: boolean;
};

const registered = z.object({ customerId: z.string(), personId: z.string(), ownerId: z.string().nullable() });
export type Registered = z.infer<typeof registered>;

type Visitor = { name: string; phone: Phone | null; servedById: string | null };

/**
 * Registers who walks in or calls, once per key. Of any number of people who register one phone at the same moment,
 * the first is registered and the others learn that. Without a full phone the customer stays in the public pool.
 * Refuses name_missing, name_too_long, phone_invalid, phone_incomplete, duplicate_unconfirmed, duplicate_forbidden.
 */
export async function registerVisitor(ctx: Ctx, input: RegisterVisitor): Promise<Registered> {
  demand(may(ctx.permissions, "customer:register"));
  const name = cleanLine(input.name);
  demand(all(isName(name), isNeeds(input.needs)));
  const phone = phoneIfGiven(input.phone);
  const servedById = reachOf(ctx.permissions, "customer:register") === "own" ? ctx.actorId : input.consultantId;
  const visitor = { name, phone, servedById };

  return carryOut(ctx, submissionOf(ctx, "customer:register", input), registered, async (tx) => {
    if (servedById) await demandConsultant(tx, ctx, servedById);
    await takeTurns(tx, ctx, name, phone);
    const duplicates = await findDuplicates(tx, ctx, { name, e164: phone?.e164 ?? null });
    demandNotDuplicate(ctx.settings, duplicates, input.confirmed);
    return enter(tx, ctx, input, visitor, duplicates);
  });
}

async function enter(
  tx: Tx,
  ctx: Ctx,
  input: RegisterVisitor,
  visitor: Visitor,
  duplicates: readonly Duplicate[],
): Promise<Registered> {
  const { servedById } = visitor;
  const complete = visitor.phone !== null;
  const knownOwnerId = duplicates.find(({ by }) => by === "PHONE")?.ownerId ?? null;
  const ownerId = firstOwner({ complete, knownOwnerId, servedById });
  const personId = await personOf(tx, ctx, visitor);
  const { id: customerId } = await tx.projectCustomer.create({
    data: {
      projectId: ctx.projectId,
      personId,
      ownerId,
      ownedSince: ownerId && ctx.now,
      lastFollowUpAt: ctx.now,
      stage: "PROSPECT",
      source: input.source,
      ...neededColumns(input.needs),
      note: cleanText(input.note),
      createdAt: ctx.now,
      createdById: ctx.actorId,
    },
  });
  const owned = { projectId: ctx.projectId, customerId, kind: "REGISTERED", toId: ownerId } as const;
  await tx.ownershipChange.create({ data: { ...owned, byId: ctx.actorId, at: ctx.now } });
  await receive(tx, ctx, input, { customerId, byId: servedById ?? ownerId ?? ctx.actorId });
  await indexCustomer(tx, customerId);
  await record(tx, ctx, {
    action: "customer.registered",
    subject: `customer:${customerId}`,
    after: { personId, ownerId, source: input.source, complete, alike: duplicates.map((one) => one.customerId) },
  });
  return { customerId, personId, ownerId };
}

/** The company's person with this very phone and name, known from another project, or a new one. */
async function personOf(tx: Tx, ctx: Ctx, { name, phone }: Visitor): Promise<string> {
  const known =
    phone &&
    (await tx.person.findFirst({
      where: { name, erasedAt: null, phones: { some: { e164: phone.e164 } } },
      orderBy: { id: "asc" },
      select: { id: true },
    }));
  if (known) return known.id;
  const phones = phone ? { create: { ...phone, primary: true } } : {};
  const { id } = await tx.person.create({ data: { name, createdAt: ctx.now, phones } });
  return id;
}

async function receive(
  tx: Tx,
  ctx: Ctx,
  input: RegisterVisitor,
  at: { customerId: string; byId: string },
): Promise<void> {
  const businessOn = dayIn(ctx.timeZone, ctx.now);
  await tx.interaction.create({
    data: {
      projectId: ctx.projectId,
      ...at,
      kind: input.contact,
      businessOn: dateOf(businessOn),
      at: ctx.now,
      text: cleanText(input.note),
    },
  });
  if (input.contact === "OUTREACH") return;
  const dimensions = { source: input.source };
  await recordFacts(tx, ctx, [
    { kind: input.contact, businessOn, customerId: at.customerId, userId: at.byId, dimensions },
  ]);
}
