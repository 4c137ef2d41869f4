import { day } from "~/domain/calendar";
import { permissionsOf, type Role } from "~/domain/permission";
import { type Settings, settingsOn } from "~/domain/setting";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import type { Prisma } from "~/platform/prisma/client";

export const NOW = new Date("2026-03-02T02:00:00Z");
export const TODAY = day("2026-03-02");

/** A project of its own with one seller, phase, permit and building, ready to sell in. */
export async function givenProject(over: Partial<Prisma.ProjectUncheckedCreateInput> = {}) {
  const mark = newId().slice(-12);
  const company = await db.company.create({ data: { name: `公司 ${mark}`, createdAt: NOW } });
  const branch = await db.branch.create({ data: { companyId: company.id, name: "华南" } });
  const project = await db.project.create({
    data: {
      branchId: branch.id,
      code: `p-${mark}`,
      name: `楼盘 ${mark}`,
      city: "深圳",
      address: "滨海路 1 号",
      createdAt: NOW,
      ...over,
    },
  });
  const seller = await db.seller.create({
    data: {
      name: `项目公司 ${mark}`,
      licenceNumber: `L-${mark}`,
      taxNumber: `T-${mark}`,
      accounts: {
        create: [
          { kind: "SUPERVISED", bank: "中国银行", name: "监管户", number: `S-${mark}` },
          { kind: "GENERAL", bank: "建设银行", name: "一般户", number: `G-${mark}` },
        ],
      },
    },
    include: { accounts: true },
  });
  const accountOf = (kind: "SUPERVISED" | "GENERAL") =>
    seller.accounts.find((account) => account.kind === kind)?.id ?? "";
  const phase = await db.phase.create({ data: { projectId: project.id, sellerId: seller.id, name: "一期" } });
  const permit = await db.permit.create({
    data: {
      projectId: project.id,
      number: `深房许字 ${mark}`,
      issuedOn: new Date("2026-01-05"),
      supervisedAccountId: accountOf("SUPERVISED"),
    },
  });
  const building = await db.building.create({
    data: { projectId: project.id, phaseId: phase.id, name: "1栋", position: 1 },
  });
  return {
    ...project,
    companyId: company.id,
    sellerId: seller.id,
    supervisedAccountId: accountOf("SUPERVISED"),
    generalAccountId: accountOf("GENERAL"),
    phaseId: phase.id,
    permitId: permit.id,
    buildingId: building.id,
  };
}
export type GivenProject = Awaited<ReturnType<typeof givenProject>>;

let boardNo = 0;

/** A released home of 89.50 ㎡ at 3 800 000 yuan, floor price 3 500 000. */
export async function givenUnit(project: GivenProject, over: Partial<Prisma.UnitUncheckedCreateInput> = {}) {
  boardNo += 1;
  return db.unit.create({
    data: {
      projectId: project.id,
      buildingId: project.buildingId,
      permitId: project.permitId,
      boardNo,
      floorLabel: String(boardNo),
      floorNo: boardNo,
      number: "01",
      label: `1-${boardNo}-01`,
      grossCentiares: 8_950,
      internalCentiares: 7_012,
      filedFen: 400_000_000n,
      listFen: 380_000_000n,
      floorFen: 350_000_000n,
      releaseState: "RELEASED",
      releasedOn: new Date("2026-02-01"),
      createdAt: NOW,
      ...over,
    },
  });
}

/** A member of staff with these roles on the project, as a command sees them. */
export async function asStaff(
  role: Role | readonly Role[],
  project: { id: string; code: string; timeZone: string },
  over: { name?: string; now?: Date; settings?: Partial<Settings> } = {},
): Promise<Ctx> {
  const roles = typeof role === "string" ? [role] : role;
  const name = over.name ?? roles.join("+");
  const user = await db.user.create({
    data: {
      login: `${name}-${newId()}`.toLowerCase(),
      name,
      createdAt: NOW,
      grants: { create: roles.map((one) => ({ role: one, scope: "PROJECT", projectId: project.id, grantedAt: NOW })) },
    },
  });
  return {
    actorId: user.id,
    actorName: name,
    personId: null,
    sessionId: null,
    locale: "zh-CN",
    requestId: newId(),
    now: over.now ?? NOW,
    projectId: project.id,
    projectCode: project.code,
    timeZone: project.timeZone,
    roles,
    permissions: permissionsOf(roles),
    settings: { ...settingsOn([], TODAY), ...over.settings },
  };
}

/** A customer of the project with one phone, owned by somebody or by nobody. */
export async function givenCustomer(project: { id: string }, owner: { actorId: string } | null, name = "王小明") {
  const tail = String(Math.floor(Math.random() * 100_000_000)).padStart(8, "0");
  const person = await db.person.create({
    data: {
      name,
      createdAt: NOW,
      phones: { create: { e164: `+86138${tail}`, tail: tail.slice(-4), primary: true } },
    },
  });
  return db.projectCustomer.create({
    data: {
      projectId: project.id,
      personId: person.id,
      ownerId: owner?.actorId ?? null,
      ownedSince: owner ? NOW : null,
      createdAt: NOW,
      createdById: owner?.actorId ?? person.id,
    },
  });
}

export const refused = (code: string) => ({ ok: false, refusal: { code } });
