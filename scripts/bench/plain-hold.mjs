import { randomUUID } from "node:crypto";

// The limit of a hold: the rows that it writes, by one statement. The same tables, so the same indexes and triggers.

const rowsOf = (granted) => `
WITH granted AS (${granted}), submission AS (
  INSERT INTO "Submission" ("actorId", key, fingerprint, answer, at)
  SELECT $4::uuid, $7, $8, '{"dealId": "", "holdUntil": ""}'::jsonb, $5::timestamptz FROM granted RETURNING key
), deal AS (
  INSERT INTO "Deal" (id, "projectId", "customerId", "consultantId", stage, "holdUntil", "businessOn", "enteredAt")
  SELECT $6::uuid, $1::uuid, $3::uuid, $4::uuid, 'HELD', $5::timestamptz + interval '1 day', $5::date, $5::timestamptz
  FROM submission RETURNING id
), share AS (
  INSERT INTO "DealShare" ("dealId", "userId", ppm) SELECT id, $4::uuid, 1000000 FROM deal RETURNING "dealId"
), claim AS (
  INSERT INTO "Claim" (id, "projectId", "unitId", "dealId", since)
  SELECT $9::uuid, $1::uuid, $2::uuid, "dealId", $5::timestamptz FROM share RETURNING "unitId"
), fact AS (
  INSERT INTO "Fact" ("projectId", kind, sign, "dealId", "unitId", "customerId", "userId", "businessOn", "recordedAt",
    "areaCentiares", use)
  SELECT $1::uuid, 'HOLD', 1, $6::uuid, "unitId", $3::uuid, $4::uuid, $5::date, $5::timestamptz, 8950, 'RESIDENCE'
  FROM claim
)
INSERT INTO "AuditEntry" ("projectId", "actorId", "requestId", action, subject, after, at)
SELECT $1::uuid, $4::uuid, $9::uuid, 'hold.placed', 'deal:' || $6::uuid,
  jsonb_build_object('stage', 'HELD', 'unitId', "unitId", 'holdUntil', $5::timestamptz), $5::timestamptz
FROM claim`;

const ANY = rowsOf("SELECT 1");
const FREE = rowsOf(
  `SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM "Claim" WHERE "unitId" = $2::uuid AND "endedAt" IS NULL)`,
);

/**
 * One hold's rows by one prepared statement.
 * @param {import("pg").Pool} on
 * @param {{ projectId: string, unitId: string, customerId: string, actorId: string, now: Date }} hold
 * @param {{ ifFree?: boolean }} [options] ifFree: writes nothing where somebody holds the unit
 * @returns {Promise<boolean>} whether it was written
 */
export async function plainHold(on, { projectId, unitId, customerId, actorId, now }, { ifFree = false } = {}) {
  const values = [
    projectId,
    unitId,
    customerId,
    actorId,
    now,
    randomUUID(),
    randomUUID(),
    "0".repeat(64),
    randomUUID(),
  ];
  const { rowCount } = await on.query({ name: `plain-${ifFree}`, text: ifFree ? FREE : ANY, values });
  return rowCount === 1;
}
