import type { Day } from "~/domain/calendar";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { FactKind, UnitUse } from "~/platform/prisma/enums";
import { type Writes, writeTogether } from "~/platform/write-together.server";

export type NewFact = {
  kind: FactKind;
  businessOn: Day;
  dealId?: string;
  unitId?: string;
  customerId?: string;
  userId?: string;
  /** Never below zero; the sign says whether it counts or is taken back. */
  amountFen?: number;
  areaCentiares?: number;
  use?: UnitUse;
  /** Copied at write for reports that split by it, e.g. the visitor's source. */
  dimensions?: Prisma.InputJsonObject;
};

/** Adds facts that reports count. Summaries follow by trigger in the same transaction. */
export async function recordFacts(tx: Tx, ctx: Acting, facts: readonly NewFact[]): Promise<void> {
  await writeTogether(tx, factRows(ctx, facts));
}

/** The same as a write, for those who write facts together with other rows. They stand in the order given. */
export function factRows({ projectId, now }: Acting, facts: readonly NewFact[]): Writes {
  if (facts.length === 0) return {};
  return {
    fact: Prisma.sql`
      INSERT INTO "Fact" ("projectId", kind, sign, "dealId", "unitId", "customerId", "userId", "businessOn", "recordedAt",
        "amountFen", "areaCentiares", use, dimensions)
      SELECT ${projectId}::uuid, f.kind, 1, f."dealId", f."unitId", f."customerId", f."userId", f."businessOn",
        ${now}::timestamptz, coalesce(f."amountFen", 0), coalesce(f."areaCentiares", 0), f.use, coalesce(f.dimensions, '{}')
      FROM jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) AS f(kind "FactKind", "dealId" uuid, "unitId" uuid,
        "customerId" uuid, "userId" uuid, "businessOn" date, "amountFen" bigint, "areaCentiares" int, use "UnitUse",
        dimensions jsonb)`,
  };
}

/**
 * Takes back every fact of one kind on a deal that still counts, on the given business day; with `dimensions`, only
 * those that were recorded with them.
 */
export async function takeBackFacts(
  tx: Tx,
  ctx: Acting,
  of: { dealId: string; kind: FactKind; dimensions?: Prisma.InputJsonObject },
  on: Day,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Fact" ("projectId", kind, sign, "dealId", "unitId", "customerId", "userId", "businessOn", "recordedAt",
      "correctsSeq", "amountFen", "areaCentiares", use, dimensions)
    SELECT "projectId", kind, -1, "dealId", "unitId", "customerId", "userId", ${on}::date, ${ctx.now},
      seq, "amountFen", "areaCentiares", use, dimensions
    FROM "Fact" f
    WHERE f."dealId" = ${of.dealId}::uuid AND f.kind::text = ${of.kind} AND f.sign = 1
      AND f.dimensions @> ${JSON.stringify(of.dimensions ?? {})}::jsonb
      AND NOT EXISTS (SELECT 1 FROM "Fact" c WHERE c."correctsSeq" = f.seq)`;
}
