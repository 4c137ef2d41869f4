import { may, type Role } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";

export const PEOPLE_PAGE = 50;

export type PersonLine = {
  id: string;
  login: string | null;
  name: string;
  roles: Role[];
  lastSignIn: Date | null;
  disabled: boolean;
};
export type PeopleFilter = {
  q: string;
  show: "staff" | "buyers" | "disabled";
  role: Role | null;
  after: string | null;
};

/** People with a sign-in, newest first, by a part of name or login. */
export async function listPeople(ctx: CompanyCtx, { q, show, role, after }: PeopleFilter) {
  demand(may(ctx.permissions, "user:read"));
  const where: Prisma.UserWhereInput = {
    ...(q
      ? { OR: [{ name: { contains: q, mode: "insensitive" } }, { login: { contains: q, mode: "insensitive" } }] }
      : {}),
    ...(show === "disabled" ? { disabledAt: { not: null } } : { disabledAt: null }),
    ...(show === "staff" ? { login: { not: null } } : {}),
    ...(show === "buyers" ? { personId: { not: null } } : {}),
    ...(role ? { grants: { some: { role, endedAt: null } } } : {}),
  };
  const [total, found] = await Promise.all([
    db.user.count({ where }),
    db.user.findMany({
      where: { ...where, ...(after ? { id: { lt: after } } : {}) },
      select: {
        id: true,
        login: true,
        name: true,
        disabledAt: true,
        grants: { where: { endedAt: null }, select: { role: true } },
        sessions: { select: { createdAt: true }, orderBy: { createdAt: "desc" }, take: 1 },
      },
      orderBy: { id: "desc" },
      take: PEOPLE_PAGE + 1,
    }),
  ]);
  const people = found.slice(0, PEOPLE_PAGE).map(({ grants, sessions, disabledAt, ...user }): PersonLine => {
    const roles = [...new Set(grants.map((grant) => grant.role))];
    return { ...user, roles, lastSignIn: sessions[0]?.createdAt ?? null, disabled: disabledAt !== null };
  });
  return { people, total, next: found.length > PEOPLE_PAGE ? (people.at(-1)?.id ?? null) : null };
}
