import { z } from "zod";
import { LIVE_STAGES } from "~/domain/deal-state";
import { Refused } from "~/domain/refusal";
import { OPENING_CLAIM_STATES, type OpenClaim, RELEASE_STATES, type UnitFacts } from "~/domain/unit-state";
import type { Acting } from "~/platform/context.server";
import { pool, type Tx } from "~/platform/db.server";

const FACTS = `
  SELECT u."releaseState"::text AS "releaseState", u.sealed, u."saleCategory" = 'FOR_SALE' AS "forSale", c.since,
    c."openingState"::text AS "openingState", d.stage::text AS stage, d."holdUntil", o.name AS by,
    coalesce(f.state IN ('FILED', 'RECORDED'), false) AS filed,
    coalesce(h.state IN ('DELIVERED', 'TRANSFERRED'), false) AS delivered
  FROM "Unit" u LEFT JOIN "Claim" c ON c."unitId" = u.id AND c."endedAt" IS NULL
    LEFT JOIN "Deal" d ON d.id = c."dealId" LEFT JOIN "User" o ON o.id = d."consultantId"
    LEFT JOIN "Filing" f ON f."dealId" = d.id LEFT JOIN "Handover" h ON h."dealId" = d.id
  WHERE u.id = $1::uuid AND u."projectId" = $2::uuid AND u."archivedAt" IS NULL`;

const factsRow = z.object({
  releaseState: z.enum(RELEASE_STATES),
  sealed: z.boolean(),
  forSale: z.boolean(),
  since: z.date().nullable(),
  openingState: z.enum(OPENING_CLAIM_STATES).nullable(),
  stage: z.enum(LIVE_STAGES).nullable(),
  holdUntil: z.date().nullable(),
  by: z.string().nullable(),
  filed: z.boolean(),
  delivered: z.boolean(),
});

export type SaleFacts = UnitFacts & { sealed: boolean; forSale: boolean };

/** What the sale state of one unit follows from, in one question. Refuses `not_found`. */
export async function getUnitFacts(ctx: Acting, unitId: string, tx?: Tx): Promise<SaleFacts> {
  const values = [unitId, ctx.projectId];
  const rows = tx
    ? await tx.$queryRawUnsafe<unknown[]>(FACTS, ...values)
    : (await pool.query<object>({ name: "unit-facts", text: FACTS, values })).rows;
  if (!rows[0]) throw new Refused({ code: "not_found" });
  const { releaseState, sealed, forSale, ...claim } = factsRow.parse(rows[0]);
  // No queue numbers are kept yet, so none stand in line.
  return { releaseState, sealed, forSale, queueNumbers: 0, openClaim: openClaim(claim) };
}

type ClaimRow = Omit<z.infer<typeof factsRow>, "releaseState" | "sealed" | "forSale">;

function openClaim({ since, openingState, stage, holdUntil, by, filed, delivered }: ClaimRow): OpenClaim | null {
  if (!since) return null;
  if (openingState) return { kind: "OPENING", since, state: openingState };
  return stage && { kind: "DEAL", since, by: by ?? "", stage, holdUntil, filed, delivered };
}
