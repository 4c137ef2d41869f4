import { z } from "zod";
import { type Day, day, dayIn } from "~/domain/calendar";
import { permissionsOf, ROLES, type Role } from "~/domain/permission";
import { settingsOn } from "~/domain/setting";
import type { Caller, CompanyCtx, Ctx } from "./context.server";
import type { Credential } from "./credential.server";
import { insist, pool } from "./db.server";
import { newId } from "./id.server";
import { remembered } from "./remembered.server";

const grantRow = z.object({
  role: z.enum(ROLES),
  scope: z.enum(["COMPANY", "BRANCH", "PROJECT", "DEPARTMENT", "TEAM"]),
  branchId: z.string().nullable(),
  projectId: z.string().nullable(),
});
const settingRow = z.object({
  key: z.string(),
  scope: z.enum(["COMPANY", "BRANCH", "PROJECT"]),
  value: z.unknown(),
  effectiveFrom: z.string().transform((text) => text as Day),
  recordedAt: z.string().transform((text) => new Date(text)),
});

// The same grants and settings come with every request of a person: what they mean is worked out once.
const readGrants = remembered((text) => z.array(grantRow).parse(JSON.parse(text)));
const readSettings = remembered((dayAndText) => {
  const [on = "", text = ""] = dayAndText.split("\n");
  return settingsOn(z.array(settingRow).parse(JSON.parse(text)), day(on));
});

const foundRow = z.object({
  sessionId: z.string().nullable(),
  userId: z.string(),
  name: z.string(),
  personId: z.string().nullable(),
  locale: z.enum(["ZH_CN", "EN"]),
  stale: z.boolean(),
  now: z.date(),
  grants: z.string().transform(readGrants),
  project: z.object({ id: z.string(), branchId: z.string(), code: z.string(), timeZone: z.string() }).nullable(),
  /** As text: most callers of a project bring the same. */
  settings: z.string(),
  beside: z.unknown(),
});

export type Grant = z.infer<typeof grantRow>;
/** A project by its code, its id, or something that belongs to it. */
export type Place = { code: string } | { id: string } | { of: Subject; id: string } | null;
export type Found = { caller: Caller; grants: Grant[]; ctx: Ctx | null; beside?: unknown };
/** One more value that a hot path reads in the same question: SQL about the project `p`. */
export type Beside = { name: string; sql: string };

const GRANTS = `(SELECT coalesce(json_agg(json_build_object('role', g.role, 'scope', g.scope, 'branchId', g."branchId",
    'projectId', coalesce(g."projectId", d."projectId", td."projectId"))), '[]')::text
  FROM "Grant" g LEFT JOIN "Department" d ON d.id = g."departmentId"
    LEFT JOIN "Team" t ON t.id = g."teamId" LEFT JOIN "Department" td ON td.id = t."departmentId"
  WHERE g."userId" = u.id AND g."endedAt" IS NULL)`;

const SUBJECTS = {
  unit: "Unit",
  deal: "Deal",
  customer: "ProjectCustomer",
  payment: "Payment",
  approval: "Approval",
} as const;
/** What the interface for machines addresses by its id alone. */
export type Subject = keyof typeof SUBJECTS;

const PLACE_COLUMNS = `CASE WHEN p.id IS NOT NULL THEN json_build_object('id', p.id, 'branchId', p."branchId",
    'code', p.code, 'timeZone', p."timeZone") END AS project,
  (SELECT coalesce(json_agg(json_build_object('key', s.key, 'scope', s.scope, 'value', s.value,
      'effectiveFrom', s."effectiveFrom", 'recordedAt', s."recordedAt") ORDER BY s.id), '[]')::text
    FROM "Setting" s WHERE p.id IS NOT NULL
      AND (s.scope = 'COMPANY' OR s."branchId" = p."branchId" OR s."projectId" = p.id)) AS settings`;
const USER = `u.id AS "userId", u.name, u."personId", u.locale::text AS locale, clock_timestamp() AS now, ${GRANTS} AS grants`;

const BY = {
  session: `SELECT k.id AS "sessionId", k."lastSeenAt" < clock_timestamp() - interval '1 minute' AS stale,
    ${USER}, ${PLACE_COLUMNS}
  FROM "Session" k JOIN "User" u ON u.id = k."userId" AND u."disabledAt" IS NULL`,
  token: `SELECT NULL AS "sessionId", k."lastUsedAt" IS NULL
      OR k."lastUsedAt" < clock_timestamp() - interval '1 minute' AS stale, ${USER}, ${PLACE_COLUMNS}
  FROM "ApiToken" k JOIN "User" u ON u.id = k."userId" AND u."disabledAt" IS NULL`,
};
const STANDS = {
  session: `k."endedAt" IS NULL AND k."expiresAt" > clock_timestamp()`,
  token: `k."revokedAt" IS NULL AND (k."expiresAt" IS NULL OR k."expiresAt" > clock_timestamp())`,
};

/**
 * Who shows this credential, with grants and, at a place that the grants reach, the project's context: one question
 * to the database. Null when the credential counts for nothing (any more).
 */
export async function findCaller(credential: Credential, place: Place, beside?: Beside): Promise<Found | null> {
  const { kind, hashes } = credential;
  const { name, condition, value } = placed(place);
  const question = {
    name: `caller-by-${kind}-at-${name}${beside ? `-with-${beside.name}` : ""}`,
    text: `${BY[kind].replace("SELECT ", `SELECT ${beside?.sql ?? "NULL"} AS beside, `)} LEFT JOIN "Project" p ON ${condition} AND p."archivedAt" IS NULL
      WHERE k."tokenHash" = ANY ($1) AND ${STANDS[kind]}`,
    values: [hashes, value],
  };
  const { rows } = await insist(() => pool.query(question));
  if (!rows[0]) return null;
  const found = foundRow.parse(rows[0]);
  if (found.stale) await touch(credential);
  const caller: Caller = {
    actorId: found.userId,
    actorName: found.name,
    personId: found.personId,
    sessionId: found.sessionId,
    locale: found.locale === "EN" ? "en" : "zh-CN",
    requestId: newId(),
    now: found.now,
  };
  return { caller, grants: found.grants, ctx: contextOf(caller, found), beside: found.beside };
}

/** The caller's context on the company as a whole: only grants of that scope count. */
export function companyContext({ caller, grants }: Found): CompanyCtx {
  const roles = [...new Set(grants.filter(({ scope }) => scope === "COMPANY").map(({ role }) => role))];
  return { ...caller, roles, permissions: permissionsOf(roles) };
}

/** The roles that reach a project: granted there, at its branch, or at the company. */
export function rolesAt(grants: readonly Grant[], project: { id: string; branchId: string }): Role[] {
  const reaching = grants.filter(
    (grant) =>
      grant.scope === "COMPANY" ||
      (grant.scope === "BRANCH" && grant.branchId === project.branchId) ||
      grant.projectId === project.id,
  );
  return [...new Set(reaching.map(({ role }) => role))];
}

function placed(place: Place): { name: string; condition: string; value: string | null } {
  if (place === null) return { name: "none", condition: "p.code = $2", value: null };
  if ("code" in place) return { name: "code", condition: "p.code = $2", value: place.code };
  if (!("of" in place)) return { name: "id", condition: "p.id = $2::uuid", value: place.id };
  const condition = `p.id = (SELECT o."projectId" FROM "${SUBJECTS[place.of]}" o WHERE o.id = $2::uuid)`;
  return { name: place.of, condition, value: place.id };
}

function contextOf(caller: Caller, { grants, project, settings }: z.infer<typeof foundRow>): Ctx | null {
  if (!project) return null;
  const roles = rolesAt(grants, project);
  if (roles.length === 0) return null;
  return {
    ...caller,
    projectId: project.id,
    projectCode: project.code,
    timeZone: project.timeZone,
    roles,
    permissions: permissionsOf(roles),
    settings: readSettings(`${dayIn(project.timeZone, caller.now)}\n${settings}`),
  };
}

/** Notes the use of a credential, at most once a minute. */
async function touch({ kind, hashes }: Credential): Promise<void> {
  const statement =
    kind === "session"
      ? `UPDATE "Session" SET "lastSeenAt" = clock_timestamp() WHERE "tokenHash" = ANY ($1)`
      : `UPDATE "ApiToken" SET "lastUsedAt" = clock_timestamp() WHERE "tokenHash" = ANY ($1)`;
  await pool.query(statement, [hashes]);
}
