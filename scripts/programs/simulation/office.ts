import { day } from "~/domain/calendar";
import { permissionsOf, type Role } from "~/domain/permission";
import { settingsOn } from "~/domain/setting";
import { openSession } from "~/features/accounts/open-session.server";
import type { Ctx } from "~/platform/context.server";
import { hashOf } from "~/platform/credential.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { Model } from "./model";

// What no command of this part of the product makes: places, people, units on offer, a plan and a discount.

const SESSION_HOURS = 24;
export const START = new Date("2026-03-02T02:00:00Z");
export const CONSULTANTS = 8;
/** The consultant after the others, who may keep so few units that the limit is felt. */
export const CAPPED = CONSULTANTS;
export const CAP = 2;

const CREW = {
  CONTROLLER: 4,
  MANAGER: 4,
  CASHIER: 3,
  ACCOUNTANT: 3,
  CLERK: 2,
  RECEPTIONIST: 1,
  PLANNER: 2,
  DIRECTOR: 2,
  ADMIN: 1,
} as const;
export type Post = keyof typeof CREW | "CONSULTANT";
type Project = { id: string; code: string; timeZone: string };

export type Office = {
  project: Project;
  permitId: string;
  phaseId: string;
  buildingId: string;
  sellerId: string;
  accountId: string;
  planId: string;
  schemeId: string;
  staff: Record<Post, readonly Ctx[]>;
  /** Somebody of each post in a project that has nothing to do with this one. */
  strangers: Record<Post, Ctx>;
  /** By which session each of them works. */
  sessions: Map<string, string>;
  /** Whose session has ended. */
  signedOut: Set<string>;
};

/** An office with everybody it takes, ready to sell, and the model of it. */
export async function openOffice(): Promise<{ office: Office; model: Model }> {
  const { id: companyId } = await db.company.create({ data: { name: "模拟公司", createdAt: START } });
  const { id: branchId } = await db.branch.create({ data: { companyId, name: "华南" } });
  const project = await givenProject(branchId, "sim");
  const strange = await givenProject(branchId, "sim-elsewhere");
  const money = await givenSeller();
  const staff = await givenStaff(project);
  const strangers = await givenStrangers(strange);
  const model = new Model(START.getTime());
  const building = await givenBuilding(project, money);
  const offer = { planId: await givenPlan(project), schemeId: await givenScheme(project) };
  const sessions = new Map<string, string>();
  for (const { actorId } of [staff, strangers].flatMap((people) => Object.values(people).flat()))
    sessions.set(actorId, await signIn(actorId));
  const people = { staff, strangers, sessions, signedOut: new Set<string>() };
  return { office: { project, ...money, ...building, ...offer, ...people }, model };
}

/** Opens a session by the clock on the wall, by which sessions end; its hash stands for the cookie. */
export async function signIn(userId: string): Promise<string> {
  const now = new Date();
  return hashOf(
    await openSession(db, userId, { ip: "127.0.0.1", userAgent: "simulation", requestId: newId() }, now, SESSION_HOURS),
  );
}

async function givenProject(branchId: string, code: string): Promise<Project> {
  return db.project.create({
    data: { branchId, code, name: code, city: "深圳", address: "滨海路 1 号", createdAt: START },
  });
}

async function givenSeller() {
  const { id: sellerId, accounts } = await db.seller.create({
    data: {
      name: "模拟项目公司",
      licenceNumber: "L-sim",
      taxNumber: "T-sim",
      accounts: { create: [{ kind: "SUPERVISED", bank: "中国银行", name: "监管户", number: "S-sim" }] },
    },
    include: { accounts: true },
  });
  return { sellerId, accountId: accounts[0]?.id ?? "" };
}

async function givenBuilding({ id: projectId }: Project, money: { sellerId: string; accountId: string }) {
  const phase = await db.phase.create({ data: { projectId, sellerId: money.sellerId, name: "一期" } });
  const permit = await db.permit.create({
    data: { projectId, number: "预售 1", issuedOn: new Date("2026-01-05"), supervisedAccountId: money.accountId },
  });
  const building = await db.building.create({ data: { projectId, phaseId: phase.id, name: "1栋", position: 1 } });
  return { permitId: permit.id, phaseId: phase.id, buildingId: building.id };
}

async function givenPlan({ id: projectId }: Project): Promise<string> {
  const plan = await db.paymentPlan.create({
    data: {
      ...{ projectId, name: "按揭", kind: "MORTGAGE", status: "PUBLISHED", createdAt: START },
      lines: {
        create: [
          { position: 1, item: "首付款", dueEvent: "CONTRACT", share: "PERCENT", ppm: 300_000, earnestCounts: true },
          { position: 2, item: "按揭贷款", dueEvent: "LOAN_APPROVAL", share: "PERCENT", ppm: 700_000, loan: true },
        ],
      },
    },
  });
  return plan.id;
}

async function givenScheme({ id: projectId }: Project): Promise<string> {
  const scheme = await db.discountScheme.create({
    data: {
      ...{ projectId, name: "98 折", status: "PUBLISHED", validFrom: new Date("2026-01-01") },
      ...{ draftedById: newId(), createdAt: START, publishedAt: START },
      lines: { create: [{ position: 1, name: "98 折", kind: "MULTIPLY", ppm: 980_000 }] },
    },
  });
  return scheme.id;
}

async function givenStaff(project: Project): Promise<Record<Post, readonly Ctx[]>> {
  const posts = Object.entries({ ...CREW, CONSULTANT: CONSULTANTS }) as [Post, number][];
  const crews = await Promise.all(
    posts.map(async ([post, count]) => {
      const crew = Array.from({ length: count }, (_, no) => givenPerson(post, no, project));
      return [post, await Promise.all(crew)] as const;
    }),
  );
  const staff = Object.fromEntries(crews) as unknown as Record<Post, readonly Ctx[]>;
  const capped = await givenPerson("CONSULTANT", CAPPED, project);
  return { ...staff, CONSULTANT: [...staff.CONSULTANT, capped] };
}

async function givenStrangers(project: Project): Promise<Record<Post, Ctx>> {
  const posts = [...Object.keys(CREW), "CONSULTANT"] as Post[];
  const people = await Promise.all(posts.map(async (post) => [post, await givenPerson(post, 0, project)] as const));
  return Object.fromEntries(people) as Record<Post, Ctx>;
}

async function givenPerson(
  post: Role & Post,
  no: number,
  { id: projectId, code: projectCode, timeZone }: Project,
): Promise<Ctx> {
  const name = `${post.toLowerCase()}-${no}`;
  const { id: actorId } = await db.user.create({
    data: {
      ...{ login: `${name}@${projectCode}`, name, createdAt: START },
      grants: { create: [{ role: post, scope: "PROJECT", projectId, grantedAt: START }] },
    },
  });
  return {
    ...{ actorId, actorName: name, personId: null, sessionId: null, locale: "zh-CN", requestId: newId(), now: START },
    ...{ projectId, projectCode, timeZone, roles: [post], permissions: permissionsOf([post]) },
    settings: settingsOn([], day("2026-03-02")),
  };
}
