import { businessDay } from "~/domain/calendar";
import { permissionsOf, type Role } from "~/domain/permission";
import { settingsOn } from "~/domain/setting";
import { DEMO_PASSWORD } from "~/features/accounts/list-demo-doors.server";
import { hashPassword } from "~/features/accounts/password.server";
import { rolesAt } from "~/platform/caller.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";

/** Sign-in, name and role of everybody in the demo office. */
const STAFF: [login: string, name: string, role: Role, place: "company" | "projects"][] = [
  ["receptionist", "苏小雅", "RECEPTIONIST", "projects"],
  ["consultant", "陈思远", "CONSULTANT", "projects"],
  ["consultant2", "林若曦", "CONSULTANT", "projects"],
  ["controller", "周正", "CONTROLLER", "projects"],
  ["manager", "许文博", "MANAGER", "projects"],
  ["director", "沈立群", "DIRECTOR", "company"],
  ["gm", "顾长青", "GM", "company"],
  ["cashier", "何晓琳", "CASHIER", "projects"],
  ["accountant", "郑敏", "ACCOUNTANT", "company"],
  ["finance", "梁国栋", "FINANCE", "company"],
  ["clerk", "叶欣然", "CLERK", "projects"],
  ["mortgage", "罗佳", "MORTGAGE", "projects"],
  ["planner", "唐一鸣", "PLANNER", "projects"],
  ["service", "宋雨桐", "SERVICE", "projects"],
  ["engineer", "范建平", "ENGINEER", "projects"],
  ["channel", "安居渠道 · 马超", "CHANNEL", "projects"],
  ["contractor", "中建装饰 · 丁勇", "CONTRACTOR", "projects"],
  ["property", "云栖物业 · 白洁", "PROPERTY", "projects"],
  ["analyst", "蒋睿", "ANALYST", "company"],
  ["admin", "系统管理员", "ADMIN", "company"],
];
/** More consultants, so that a ranking has something to rank; they have no door on the sign-in page. */
const MORE_CONSULTANTS = ["方一凡", "黎敏", "贺子轩", "钟雅"];

export type Person = { id: string; name: string; role: Role };
export type Office = {
  companyId: string;
  branchId: string;
  people: ReadonlyMap<string, Person>;
  consultants: Person[];
};
export type Place = { id: string; code: string; branchId: string; timeZone: string };

/** The company, its branch, and everybody who works there; grants come with the projects. */
export async function writeOffice(from: Date): Promise<Office> {
  const company = await db.company.create({ data: { name: "云栖置业集团", demo: true, createdAt: from } });
  const branch = await db.branch.create({ data: { companyId: company.id, name: "华南分公司" } });
  await db.partner.createMany({
    data: [
      { kind: "CHANNEL", name: "安居渠道", contractFrom: from },
      { kind: "CONTRACTOR", name: "中建装饰", contractFrom: from },
      { kind: "PROPERTY_MANAGER", name: "云栖物业", contractFrom: from },
    ],
  });
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const people = new Map<string, Person>();
  const staff = [
    ...STAFF,
    ...MORE_CONSULTANTS.map((name, i) => [`sales${i + 1}`, name, "CONSULTANT", "projects"] as const),
  ];
  for (const [login, name, role, place] of staff) {
    const user = await db.user.create({
      data: { login, name, passwordHash, mail: `${login}@yunqi.example`, createdAt: from },
    });
    if (place === "company")
      await db.grant.create({ data: { userId: user.id, role, scope: "COMPANY", grantedAt: from } });
    people.set(login, { id: user.id, name, role });
  }
  return {
    companyId: company.id,
    branchId: branch.id,
    people,
    consultants: [...people.values()].filter(({ role }) => role === "CONSULTANT"),
  };
}

const PARTNER_OF: Partial<Record<Role, string>> = { CHANNEL: "安居渠道", CONTRACTOR: "中建装饰", PROPERTY: "云栖物业" };

/** Everybody who works on projects works on this one too. */
export async function grantOn(office: Office, project: Place, from: Date): Promise<void> {
  const partners = new Map((await db.partner.findMany()).map(({ name, id }) => [name, id]));
  const companyWide = new Set(STAFF.filter(([, , , place]) => place === "company").map(([login]) => login));
  await db.grant.createMany({
    data: [...office.people].flatMap(([login, { id, role }]) => {
      if (companyWide.has(login)) return [];
      const partnerId = partners.get(PARTNER_OF[role] ?? "") ?? null;
      return [{ userId: id, role, scope: "PROJECT" as const, projectId: project.id, partnerId, grantedAt: from }];
    }),
  });
}

/** A member of staff at work on a project at a moment, as a command sees them. */
export function at(person: Person, project: Place, now: Date): Ctx {
  const roles = rolesAt([{ role: person.role, scope: "COMPANY", branchId: null, projectId: null }], project);
  return {
    actorId: person.id,
    actorName: person.name,
    personId: null,
    sessionId: null,
    locale: "zh-CN",
    requestId: newId(),
    now,
    projectId: project.id,
    projectCode: project.code,
    timeZone: project.timeZone,
    roles,
    permissions: permissionsOf(roles),
    settings: settingsOn([], businessDay(now)),
  };
}
