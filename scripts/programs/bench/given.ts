import { businessDay, hoursAfter } from "~/domain/calendar";
import { permissionsOf, type Role } from "~/domain/permission";
import { settingsOn } from "~/domain/setting";
import { databaseNow } from "~/platform/clock.server";
import type { Ctx } from "~/platform/context.server";
import { hashOf, newToken, sessionCookie } from "~/platform/credential.server";
import { db, pool } from "~/platform/db.server";
import { newId } from "~/platform/id.server";

/** The name of every customer: payments come from the buyer himself. */
export const CUSTOMER = "王小明";

/** A project of its own with one seller, phase, permit and building. */
export async function givenProject(name: string) {
  const now = await databaseNow();
  const mark = `${name}-${newId().slice(-8)}`;
  const company = await db.company.create({ data: { name: mark, createdAt: now } });
  const branch = await db.branch.create({ data: { companyId: company.id, name: mark } });
  const project = await db.project.create({
    data: { branchId: branch.id, code: mark, name: mark, city: "深圳", address: "", createdAt: now },
  });
  const account = (kind: "SUPERVISED" | "GENERAL") => ({
    kind,
    bank: "中国银行",
    name: mark,
    number: `${kind}-${mark}`,
  });
  const seller = await db.seller.create({
    data: {
      ...{ name: mark, licenceNumber: mark, taxNumber: mark },
      accounts: { create: [account("SUPERVISED"), account("GENERAL")] },
    },
    include: { accounts: true },
  });
  const accountId = seller.accounts.find(({ kind }) => kind === "SUPERVISED")?.id ?? "";
  const phase = await db.phase.create({ data: { projectId: project.id, sellerId: seller.id, name: "一期" } });
  const permit = await db.permit.create({
    data: { projectId: project.id, number: mark, issuedOn: new Date("2026-01-05"), supervisedAccountId: accountId },
  });
  const building = await db.building.create({
    data: { projectId: project.id, phaseId: phase.id, name: "1栋", position: 1 },
  });
  return {
    ...{ id: project.id, code: project.code, timeZone: project.timeZone, now },
    ...{ sellerId: seller.id, accountId, phaseId: phase.id, permitId: permit.id, buildingId: building.id },
  };
}
export type Project = Awaited<ReturnType<typeof givenProject>>;

const ids = (count: number) => Array.from({ length: count }, newId);

/** Homes on offer, 40 to a floor. */
export async function givenUnits(project: Project, count: number): Promise<string[]> {
  const made = ids(count);
  await pool.query(
    `INSERT INTO "Unit" (id, "projectId", "buildingId", "permitId", "boardNo", "floorLabel", "floorNo", number, label,
       "grossCentiares", "internalCentiares", "filedFen", "listFen", "floorFen", "releaseState", "releasedOn", "createdAt")
     SELECT u.id, $2, $3, $4, at, at / 40 + 1, at / 40 + 1, at % 40 + 1, '1栋' || at / 40 + 1 || '-' || at % 40 + 1,
       8950, 7012, 400000000, 380000000, 350000000, 'RELEASED', '2026-02-01', $5
     FROM unnest($1::uuid[]) WITH ORDINALITY AS u(id, at)`,
    [made, project.id, project.buildingId, project.permitId, project.now],
  );
  return made;
}

/** Members of staff, as commands see them. */
export async function givenStaff(project: Project, role: Role, count: number): Promise<Ctx[]> {
  const made = ids(count);
  await pool.query(
    `INSERT INTO "User" (id, login, name, "createdAt") SELECT id, id, $2, $3 FROM unnest($1::uuid[]) AS id`,
    [made, role, project.now],
  );
  await pool.query(
    `INSERT INTO "Grant" (id, "userId", role, scope, "projectId", "grantedAt")
     SELECT gen_random_uuid(), id, $2::"Role", 'PROJECT', $3, $4 FROM unnest($1::uuid[]) AS id`,
    [made, role, project.id, project.now],
  );
  return asStaff(project, role, made);
}

/** The same people as commands see them. */
export function asStaff(project: Project, role: Role, userIds: readonly string[]): Ctx[] {
  return userIds.map((actorId) => ({
    ...{ actorId, actorName: role, personId: null, sessionId: null, locale: "zh-CN" as const, requestId: newId() },
    ...{ now: project.now, projectId: project.id, projectCode: project.code, timeZone: project.timeZone },
    ...{ roles: [role], permissions: permissionsOf([role]), settings: settingsOn([], businessDay(project.now)) },
  }));
}

/** One customer for each of these consultants. */
export async function givenCustomers(project: Project, owners: readonly Ctx[]): Promise<string[]> {
  const [persons, customers] = [ids(owners.length), ids(owners.length)];
  await pool.query(`INSERT INTO "Person" (id, name, "createdAt") SELECT id, $2, $3 FROM unnest($1::uuid[]) AS id`, [
    ...[persons, CUSTOMER, project.now],
  ]);
  await pool.query(
    `INSERT INTO "ProjectCustomer" (id, "projectId", "personId", "ownerId", "ownedSince", "createdAt", "createdById")
     SELECT c.id, $4, c.person, c.owner, $5, $5, c.owner
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS c(id, person, owner)`,
    [customers, persons, owners.map(({ actorId }) => actorId), project.id, project.now],
  );
  return customers;
}

/** A token for the interface for machines. */
export async function givenToken({ actorId, now }: Ctx): Promise<string> {
  const token = newToken();
  await db.apiToken.create({ data: { userId: actorId, name: "bench", tokenHash: hashOf(token), createdAt: now } });
  return token;
}

/** A signed-in browser's cookie. */
export async function givenSession({ actorId, now }: Ctx): Promise<string> {
  const token = newToken();
  const times = { createdAt: now, lastSeenAt: now, expiresAt: hoursAfter(now, 12) };
  await db.session.create({ data: { userId: actorId, tokenHash: hashOf(token), ip: "", userAgent: "", ...times } });
  return (await sessionCookie.serialize(token)).split(";")[0] ?? "";
}
