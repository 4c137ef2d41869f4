import { db } from "~/platform/db.server";
import { homeWing } from "~/ui/navigation";

/** Where a user's day begins: buyers in the portal, staff in the wing of their post. */
export async function getHome(userId: string): Promise<{ path: string; locale: "zh-CN" | "en" }> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { personId: true, locale: true, grants: { where: { endedAt: null }, select: { role: true } } },
  });
  const wing = user.personId ? "portal" : homeWing(user.grants.map(({ role }) => role));
  return { path: `/${wing}`, locale: user.locale === "EN" ? "en" : "zh-CN" };
}
