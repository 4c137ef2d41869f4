import { type Day, dayIn } from "~/domain/calendar";
import type { DiscountConditions, DiscountLine } from "~/domain/discount";
import { fen } from "~/domain/money";
import { ppm } from "~/domain/rate";
import { unitPrice } from "~/domain/unit-price";
import type { Ctx } from "~/platform/context.server";
import { db, type Tx } from "~/platform/db.server";
import type { DiscountLine as StoredLine } from "~/platform/prisma/client";
import { dateOf, maybeDayOf } from "~/platform/stored-day.server";

export type OfferedScheme = { id: string; name: string; until: Day | null; lines: DiscountLine[] };

/** Discount schemes that are published and valid today, by name. */
export async function listSchemes(ctx: Ctx, client: Tx = db): Promise<OfferedScheme[]> {
  const today = dateOf(dayIn(ctx.timeZone, ctx.now));
  const rows = await client.discountScheme.findMany({
    where: {
      projectId: ctx.projectId,
      status: "PUBLISHED",
      validFrom: { lte: today },
      OR: [{ validUntil: null }, { validUntil: { gte: today } }],
    },
    include: { lines: { orderBy: { position: "asc" } } },
    orderBy: { name: "asc" },
  });
  return rows.map(({ id, name, validUntil, lines }) => ({
    id,
    name,
    until: maybeDayOf(validUntil),
    lines: lines.map(schemeLineOf),
  }));
}

/** A stored line as the rules read it. */
export function schemeLineOf(line: StoredLine): DiscountLine {
  const conditions: DiscountConditions = {
    ...(line.planKind ? { planKinds: [line.planKind] } : {}),
    ...(line.signWithin === null ? {} : { signWithinDays: line.signWithin }),
  };
  return { id: line.id, name: line.name, conditions, ...effectOf(line) };
}

/** The database keeps exactly the figure that a line's kind needs. */
function effectOf(line: StoredLine) {
  switch (line.kind) {
    case "MULTIPLY":
      return { kind: line.kind, factor: ppm(line.ppm ?? 0) };
    case "POINTS":
      return { kind: line.kind, points: ppm(line.ppm ?? 0) };
    case "TOTAL_OFF":
      return { kind: line.kind, amount: fen(line.amountFen ?? 0n) };
    case "UNIT_OFF":
      return { kind: line.kind, perSquareMetre: unitPrice(line.unitCentifen ?? 0n) };
  }
}
