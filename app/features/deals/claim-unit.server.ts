import { dayIn } from "~/domain/calendar";
import type { Ctx } from "~/platform/context.server";
import { pool, type Tx } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import type { Submission } from "~/platform/submission.server";

export type NewHold = {
  dealId: string;
  unitId: string;
  customerId: string;
  holdUntil: Date;
  reason: string;
  /** Set for those who hold for their own customers only: their customers, and so many open holds at most. */
  own: { cap: number } | null;
};

// Parameters: 1 project, 2 unit, 3 customer, 4 actor, 5 now, 6 own customers only, 7 cap, 8 deal, 9 claim, 10 until,
// 11 reason, 12 business day, 13 request, 14 submission's key, 15 fingerprint, 16 answer.
const CLAIM = `
WITH unit AS (
  SELECT id, use, "grossCentiares" FROM "Unit"
  WHERE id = $2::uuid AND "projectId" = $1::uuid AND "releaseState" = 'RELEASED' AND "saleCategory" = 'FOR_SALE'
    AND NOT sealed AND "archivedAt" IS NULL
    -- Spares those who come late a lock and a write that the index would refuse; it alone decides among those at once.
    AND NOT EXISTS (
      SELECT 1 FROM "Claim" c LEFT JOIN "Deal" d ON d.id = c."dealId"
      WHERE c."unitId" = $2::uuid AND c."endedAt" IS NULL
        AND (d.id IS NULL OR d.stage <> 'HELD' OR d."holdUntil" > $5::timestamptz))
  FOR SHARE -- waits for someone who is withholding it
), customer AS (
  SELECT id, "ownerId" FROM "ProjectCustomer"
  WHERE id = $3::uuid AND "projectId" = $1::uuid AND "archivedAt" IS NULL AND (NOT $6::boolean OR "ownerId" = $4::uuid)
), holder AS MATERIALIZED (
  -- Holds of one consultant queue here, so that the cap below counts them one after the other.
  SELECT id FROM "User" WHERE id = $4::uuid AND $6::boolean FOR NO KEY UPDATE
), granted AS (
  SELECT unit.id AS "unitId", unit.use, unit."grossCentiares", customer.id AS "customerId",
    CASE WHEN $6::boolean THEN $4::uuid ELSE coalesce(customer."ownerId", $4::uuid) END AS "consultantId"
  FROM unit, customer
  WHERE (NOT $6::boolean OR (SELECT open_holds(holder.id, $5::timestamptz) FROM holder) < $7::int)
), lapsed AS (
  -- A hold whose time is up does not block, swept or not. Where money is due or in, the sweep settles it first.
  UPDATE "Deal" d SET stage = 'EXPIRED', "endedAt" = $5::timestamptz, "endReason" = 'TIME_UP', version = d.version + 1
  FROM granted JOIN "Claim" c ON c."unitId" = granted."unitId" AND c."endedAt" IS NULL
  WHERE d.id = c."dealId" AND d.stage = 'HELD' AND d."holdUntil" <= $5::timestamptz
    AND NOT EXISTS (SELECT 1 FROM "Receivable" r WHERE r."dealId" = d.id AND r."voidedAt" IS NULL)
  RETURNING d.id, d."customerId", d."consultantId"
), freed AS (
  UPDATE "Claim" c SET "endedAt" = $5::timestamptz FROM lapsed
  WHERE c."dealId" = lapsed.id AND c."endedAt" IS NULL
  RETURNING c."dealId", c."unitId"
), submission AS (
  INSERT INTO "Submission" ("actorId", key, fingerprint, answer, at)
  SELECT $4::uuid, $14, $15, $16::jsonb, $5::timestamptz FROM granted RETURNING key
), deal AS (
  INSERT INTO "Deal" (id, "projectId", "customerId", "consultantId", stage, "holdUntil", "holdReason", "businessOn", "enteredAt")
  SELECT $8::uuid, $1::uuid, "customerId", "consultantId", 'HELD', $10::timestamptz, $11, $12::date, $5::timestamptz
  FROM granted, submission RETURNING id, "customerId", "consultantId"
), share AS (
  INSERT INTO "DealShare" ("dealId", "userId", ppm) SELECT id, "consultantId", 1000000 FROM deal RETURNING "dealId"
), claim AS (
  INSERT INTO "Claim" (id, "projectId", "unitId", "dealId", since)
  SELECT $9::uuid, $1::uuid, granted."unitId", share."dealId", $5::timestamptz
  FROM granted, share WHERE (SELECT count(*) FROM freed) >= 0 -- reads freed, so that it runs first
  RETURNING "unitId"
), fact AS (
  INSERT INTO "Fact" ("projectId", kind, sign, "dealId", "unitId", "customerId", "userId", "businessOn", "recordedAt",
    "correctsSeq", "areaCentiares", use)
  SELECT $1::uuid, 'HOLD'::"FactKind", 1::smallint, deal.id, claim."unitId", deal."customerId", deal."consultantId", $12::date,
    $5::timestamptz, NULL::bigint, granted."grossCentiares", granted.use
  FROM claim, deal, granted
  UNION ALL
  SELECT $1::uuid, 'HOLD_ENDED'::"FactKind", 1::smallint, lapsed.id, freed."unitId", lapsed."customerId", lapsed."consultantId", $12::date,
    $5::timestamptz, NULL, u."grossCentiares", u.use
  FROM lapsed JOIN freed ON freed."dealId" = lapsed.id JOIN "Unit" u ON u.id = freed."unitId"
  UNION ALL
  SELECT f."projectId", f.kind, -1::smallint, f."dealId", f."unitId", f."customerId", f."userId", $12::date,
    $5::timestamptz, f.seq, f."areaCentiares", f.use
  FROM lapsed JOIN "Fact" f ON f."dealId" = lapsed.id AND f.kind = 'HOLD' AND f.sign = 1
  WHERE NOT EXISTS (SELECT 1 FROM "Fact" c WHERE c."correctsSeq" = f.seq)
), change AS (
  SELECT 'hold.placed' AS action, $8::uuid AS "dealId", NULL AS before, 'HELD' AS after FROM claim
  UNION ALL
  SELECT 'hold.expired', lapsed.id, 'HELD', 'EXPIRED' FROM lapsed
)
INSERT INTO "AuditEntry" ("projectId", "actorId", "requestId", action, subject, before, after, at)
SELECT $1::uuid, CASE action WHEN 'hold.placed' THEN $4::uuid END, $13::uuid, action, 'deal:' || "dealId",
  CASE WHEN before IS NOT NULL THEN jsonb_build_object('stage', before) END,
  CASE action WHEN 'hold.placed' THEN jsonb_build_object('stage', after, 'unitId', $2, 'holdUntil', $10::timestamptz)
    ELSE jsonb_build_object('stage', after) END,
  $5::timestamptz
FROM change`;

/**
 * Opens a deal with its claim in one statement: a hold on the unit whose time is up ends first, then the index
 * "Claim_one_open_per_unit" decides. False when the unit is not on offer, the customer not the caller's, or the cap
 * reached; throws the broken constraint when somebody was faster. By itself, or as a part of a transaction.
 */
export async function claimForHold(ctx: Ctx, submission: Submission, hold: NewHold, tx?: Tx): Promise<boolean> {
  const values = valuesOf(ctx, submission, hold);
  if (tx) return (await tx.$executeRawUnsafe(CLAIM, ...values)) > 0;
  const { rowCount } = await pool.query({ name: "claim-for-hold", text: CLAIM, values });
  return rowCount !== null && rowCount > 0;
}

function valuesOf(ctx: Ctx, submission: Submission, hold: NewHold) {
  const answer = JSON.stringify({ dealId: hold.dealId, holdUntil: hold.holdUntil });
  return [
    ctx.projectId,
    hold.unitId,
    hold.customerId,
    ctx.actorId,
    ctx.now,
    hold.own !== null,
    hold.own?.cap ?? 0,
    hold.dealId,
    newId(),
    hold.holdUntil,
    hold.reason,
    dayIn(ctx.timeZone, ctx.now),
    ctx.requestId,
    submission.key,
    submission.fingerprint,
    answer,
  ];
}
