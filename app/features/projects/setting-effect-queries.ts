import type { SettingKey } from "~/domain/setting";
import type { SettingEffectName } from "~/domain/settings/effect";
import { LAST_CONTACT, NOTHING_KEEPS } from "./retention-over";

/** One kind of work under way, as a query over the projects of $1 and the figures of the change from $2 on. */
type Effect = { sql: string; params: readonly ("after" | "before" | "from" | "now" | "begins")[] };

const LIVE_HOLD = `SELECT d.id, d."consultantId", d."holdExtensions", d."projectId" FROM "Deal" d
  WHERE d."projectId" = ANY ($1) AND d.stage = 'HELD' AND d."holdUntil" > $2::timestamptz
    AND NOT EXISTS (SELECT FROM "Subscription" s WHERE s."dealId" = d.id AND s."signedAt" IS NOT NULL)`;
const DRAFTS = `SELECT s."dealId" FROM "Subscription" s JOIN "Deal" d ON d.id = s."dealId"
  WHERE d."projectId" = ANY ($1) AND d.stage = 'HELD' AND s."signedAt" IS NULL`;
const RESERVED = `SELECT s."dealId" FROM "Subscription" s JOIN "Deal" d ON d.id = s."dealId"
  WHERE d."projectId" = ANY ($1) AND d.stage = 'RESERVED'`;
const WITHHELD = `SELECT u.id, u."projectId" FROM "Unit" u WHERE u."projectId" = ANY ($1) AND u."releaseState" = 'WITHHELD'
  AND u."archivedAt" IS NULL`;
const UNFOLLOWED = (days: string) => `SELECT c.id FROM "ProjectCustomer" c JOIN "User" o ON o.id = c."ownerId"
  WHERE c."projectId" = ANY ($1) AND c."archivedAt" IS NULL AND o."disabledAt" IS NULL AND c.stage NOT IN ('COMMITTED', 'BUYER')
    AND greatest(c."ownedSince", c."lastFollowUpAt") <= $4::timestamptz - make_interval(days => ${days})
    AND NOT EXISTS (SELECT FROM "Deal" d WHERE d."customerId" = c.id AND d.stage IN ('HELD', 'RESERVED', 'CONTRACTED'))`;
const OPEN_UNITS = `FROM "Claim" c JOIN "Unit" u ON u.id = c."unitId" JOIN "Building" b ON b.id = u."buildingId"
  WHERE c."projectId" = ANY ($1) AND c."endedAt" IS NULL AND c."dealId" IS NOT NULL`;
const UNFILED = `SELECT k."dealId" FROM "Contract" k JOIN "Deal" d ON d.id = k."dealId" AND d.stage = 'CONTRACTED'
    LEFT JOIN "Filing" f ON f."dealId" = d.id
  WHERE d."projectId" = ANY ($1) AND coalesce(f.state, 'NONE') NOT IN ('FILED', 'RECORDED')
    AND k."signedOn" < $3::date - $2::int`;

/** Those that keep what they have, and those that are judged by the new value. */
export const EFFECTS = {
  HOLDS_KEEP: { sql: LIVE_HOLD, params: ["now"] },
  HOLDS_NO_FURTHER: { sql: `${LIVE_HOLD} AND d."holdExtensions" >= $3::int`, params: ["now", "after"] },
  CONSULTANTS_FULL: {
    sql: `SELECT "consultantId" FROM (${LIVE_HOLD}) h GROUP BY 1 HAVING count(*) >= $3::int`,
    params: ["now", "after"],
  },
  WITHHELD_KEEP: { sql: WITHHELD, params: [] },
  PROJECTS_FULL: {
    sql: `SELECT "projectId" FROM (${WITHHELD}) w GROUP BY 1 HAVING count(*) >= $2::int`,
    params: ["after"],
  },
  SIGNED_KEEP: {
    sql: `SELECT s."dealId" FROM "Subscription" s JOIN "Deal" d ON d.id = s."dealId"
      WHERE d."projectId" = ANY ($1) AND d.stage = 'HELD' AND s."signedAt" IS NOT NULL`,
    params: [],
  },
  RESERVED_KEEP: { sql: RESERVED, params: [] },
  RESERVED_NO_FURTHER: { sql: `${RESERVED} AND s."signByExtensions" >= $2::int`, params: ["after"] },
  DRAFTS_NEW: { sql: DRAFTS, params: [] },
  DRAFTS_KEEP: { sql: DRAFTS, params: [] },
  DRAFTS_JUDGED: { sql: DRAFTS, params: [] },
  DRAFTS_INELIGIBLE: { sql: `${DRAFTS} AND NOT s.eligible`, params: [] },
  APPROVALS_KEEP: {
    sql: `SELECT a.id FROM "Approval" a WHERE a."projectId" = ANY ($1) AND a.status = 'PENDING' AND a.kind = 'SPECIAL_DISCOUNT'`,
    params: [],
  },
  TO_POOL: {
    sql: `${UNFOLLOWED("$2::int")} EXCEPT ${UNFOLLOWED("$3::int")}`,
    params: ["after", "before", "begins"],
  },
  FROM_POOL: {
    sql: `${UNFOLLOWED("$3::int")} EXCEPT ${UNFOLLOWED("$2::int")}`,
    params: ["after", "before", "begins"],
  },
  FEES_KEEP: { sql: `SELECT d.id FROM "Deal" d WHERE d."projectId" = ANY ($1) AND d.stage = 'CONTRACTED'`, params: [] },
  FEES_WITH_CONTRACT: {
    sql: `SELECT s."dealId" FROM "Subscription" s JOIN "Deal" d ON d.id = s."dealId"
      WHERE d."projectId" = ANY ($1) AND d.stage IN ('HELD', 'RESERVED') AND s."signedAt" IS NOT NULL`,
    params: [],
  },
  DEALS_WITHOUT_PERMIT: {
    sql: `SELECT DISTINCT c."dealId" ${OPEN_UNITS} AND b.kind = 'PRESALE' AND u."permitId" IS NULL`,
    params: [],
  },
  DEALS_MORTGAGED: {
    sql: `SELECT DISTINCT c."dealId" ${OPEN_UNITS} AND u.mortgaged AND u."bankConsentOn" IS NULL`,
    params: [],
  },
  UNITS_ABOVE_FILED: {
    sql: `SELECT u.id FROM "Unit" u WHERE u."projectId" = ANY ($1) AND u."archivedAt" IS NULL AND u."listFen" > u."filedFen"`,
    params: [],
  },
  UNFILED_LATE: { sql: UNFILED, params: ["after", "from"] },
  UNITS_WITHOUT_FILED: {
    sql: `SELECT u.id FROM "Unit" u WHERE u."projectId" = ANY ($1) AND u."archivedAt" IS NULL AND u."filedFen" IS NULL
      AND u."saleCategory" = 'FOR_SALE'`,
    params: [],
  },
  UNITS_UNPUBLISHED: {
    sql: `SELECT u.id FROM "Permit" p JOIN "Unit" u ON u."permitId" = p.id AND u."archivedAt" IS NULL
        AND u."releaseState" = 'UNRELEASED' AND u."saleCategory" = 'FOR_SALE'
      WHERE p."projectId" = ANY ($1) AND p."issuedOn" < $3::date - $2::int
        AND NOT EXISTS (SELECT FROM "Claim" c WHERE c."unitId" = u.id AND c."endedAt" IS NULL)`,
    params: ["after", "from"],
  },
  PEOPLE_DUE: {
    sql: `SELECT DISTINCT c."personId" FROM "ProjectCustomer" c WHERE c."projectId" = ANY ($1) AND c."archivedAt" IS NULL
      AND ${LAST_CONTACT} < $3::timestamptz - make_interval(months => $2::int) AND ${NOTHING_KEEPS}`,
    params: ["after", "begins"],
  },
} as const satisfies Record<SettingEffectName, Effect>;

const BY_KEY: Partial<Record<SettingKey, readonly SettingEffectName[]>> = {
  holdHours: ["HOLDS_KEEP"],
  holdHoursByController: ["HOLDS_KEEP"],
  holdCapPerConsultant: ["CONSULTANTS_FULL"],
  holdExtensions: ["HOLDS_NO_FURTHER"],
  withholdDays: ["WITHHELD_KEEP"],
  withholdCap: ["PROJECTS_FULL"],
  payByHours: ["SIGNED_KEEP", "DRAFTS_NEW"],
  signByDays: ["RESERVED_KEEP", "SIGNED_KEEP", "DRAFTS_NEW"],
  signByExtensions: ["RESERVED_NO_FURTHER"],
  ownershipDays: ["TO_POOL", "FROM_POOL"],
  discountOrder: ["DRAFTS_KEEP"],
  priceRounding: ["DRAFTS_KEEP"],
  priceRoundingYuan: ["DRAFTS_KEEP"],
  consultantDepthPpm: ["DRAFTS_JUDGED"],
  managerDepthPpm: ["APPROVALS_KEEP"],
  directorDepthPpm: ["APPROVALS_KEEP"],
  discountSecondYuan: ["APPROVALS_KEEP"],
  approvalHours: ["APPROVALS_KEEP"],
  earnestYuan: ["DRAFTS_KEEP"],
  earnestLimitPpm: ["DRAFTS_KEEP"],
  loanStepYuan: ["DRAFTS_KEEP"],
  lateFeeDailyPpm: ["FEES_KEEP", "FEES_WITH_CONTRACT", "DRAFTS_NEW"],
  lateFeeGraceDays: ["FEES_KEEP", "FEES_WITH_CONTRACT", "DRAFTS_NEW"],
  permitGuard: ["DEALS_WITHOUT_PERMIT"],
  filedPriceGuard: ["UNITS_ABOVE_FILED", "DRAFTS_JUDGED"],
  filedBandLowerPpm: ["DRAFTS_JUDGED"],
  mortgagedUnitGuard: ["DEALS_MORTGAGED"],
  eligibilityGuard: ["DRAFTS_INELIGIBLE"],
  filingDays: ["UNFILED_LATE"],
  onePriceGuard: ["UNITS_WITHOUT_FILED"],
  publishDays: ["UNITS_UNPUBLISHED"],
  retentionMonths: ["PEOPLE_DUE"],
};

/** The kinds of work under way that a setting can touch; none for what counts from the next time only. */
export function effectsOf(key: SettingKey): readonly SettingEffectName[] {
  return BY_KEY[key] ?? [];
}
