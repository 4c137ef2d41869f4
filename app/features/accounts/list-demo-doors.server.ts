import { isRole, type Role } from "~/domain/permission";
import { db } from "~/platform/db.server";
import { env } from "~/platform/env.server";

/** Known to everybody; the demo generator gives it to every sign-in of the demo. */
export const DEMO_PASSWORD = "loupan-demo";
export const DEMO_BUYER_PHONE = "13800000001";

export type DemoDoor = { login: string; name: string; role: Role | null };

/** The posts that the sign-in page offers at one press; null where the data is not the demo's, or it is closed. */
export async function listDemoDoors(): Promise<DemoDoor[] | null> {
  if (env.demo === "never") return null;
  const company = await db.company.findFirst({ where: { demo: true }, select: { id: true } });
  if (!company) return null;
  const users = await db.user.findMany({
    where: { login: { not: null }, disabledAt: null },
    select: { login: true, name: true, grants: { where: { endedAt: null }, select: { role: true }, take: 1 } },
    orderBy: { id: "asc" },
  });
  return users.flatMap(({ login, name, grants }) => {
    // The demo's own sign-ins are called as their role, the second of a kind with a figure behind it.
    const named = login?.replace(/\d+$/, "").toUpperCase() ?? "";
    return login && isRole(named) ? [{ login, name, role: grants[0]?.role ?? named }] : [];
  });
}
