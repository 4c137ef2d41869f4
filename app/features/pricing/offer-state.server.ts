import { Refused } from "~/domain/refusal";
import { record } from "~/platform/audit.server";
import type { Acting } from "~/platform/context.server";
import { constraintOf, type Tx } from "~/platform/db.server";

// Discount schemes and payment plans go the same way: drafted, published, withdrawn.

export type OfferKind = "discount_scheme" | "payment_plan";
export type OfferStatus = "DRAFT" | "PUBLISHED" | "WITHDRAWN";
export type Offer = { id: string; name: string; status: OfferStatus; version: number };

/** Holds a scheme or plan until the transaction ends. `not_found` outside the project, `stale_version` after a change. */
export async function lockOffer(tx: Tx, by: Acting, kind: OfferKind, id: string, version?: number): Promise<Offer> {
  const where = { id, projectId: by.projectId };
  const select = { id: true, name: true, status: true, version: true };
  if (kind === "discount_scheme") {
    await tx.$queryRaw`SELECT 1 FROM "DiscountScheme" WHERE id = ${id}::uuid FOR UPDATE`;
  } else {
    await tx.$queryRaw`SELECT 1 FROM "PaymentPlan" WHERE id = ${id}::uuid FOR UPDATE`;
  }
  const offer =
    kind === "discount_scheme"
      ? await tx.discountScheme.findFirst({ where, select })
      : await tx.paymentPlan.findFirst({ where, select });
  if (!offer) throw new Refused({ code: "not_found" });
  if (version !== undefined && offer.version !== version) {
    throw new Refused({ code: "stale_version", params: { version: offer.version } });
  }
  return offer;
}

const DONE = { PUBLISHED: "published", WITHDRAWN: "withdrawn", DRAFT: "drafted" } as const;

/** Moves a locked scheme or plan on and records it. Refuses `wrong_state` from anywhere but `from`. */
export async function moveOffer(
  tx: Tx,
  by: Acting,
  kind: OfferKind,
  offer: Offer,
  { from, to }: { from: readonly OfferStatus[]; to: OfferStatus },
): Promise<void> {
  if (!from.includes(offer.status)) {
    throw new Refused({ code: "wrong_state", params: { line: kind, action: DONE[to], state: offer.status } });
  }
  const change = { status: to, version: { increment: 1 } } as const;
  if (kind === "payment_plan") await tx.paymentPlan.update({ where: { id: offer.id }, data: change });
  else {
    const publishedAt = to === "PUBLISHED" ? { publishedAt: by.now } : {};
    await tx.discountScheme.update({ where: { id: offer.id }, data: { ...change, ...publishedAt } });
  }
  await record(tx, by, {
    action: `${kind}.${DONE[to]}`,
    subject: `${kind}:${offer.id}`,
    before: { status: offer.status },
    after: { name: offer.name, status: to },
  });
}

/** Names are unique within a project. */
export async function withOwnName<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const taken = ["DiscountScheme_projectId_name_key", "PaymentPlan_projectId_name_key"];
    if (!taken.includes(constraintOf(error) ?? "")) throw error;
    throw new Refused({ code: "value_duplicate", params: { column: "name" } });
  }
}
