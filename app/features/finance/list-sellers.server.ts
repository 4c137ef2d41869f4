import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

/** Who sells homes of the project. */
export async function listSellers(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return db.seller.findMany({
    where: { phases: { some: { projectId: ctx.projectId } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}
