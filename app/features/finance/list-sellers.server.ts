import { businessDay, type Month, monthOf, parseDay } from "~/domain/calendar";
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

/** Which book an address asks for: of the seller and the month that it names, else of the first and of this month. */
export async function bookAsked(ctx: Ctx, query: URLSearchParams) {
  const sellers = await listSellers(ctx);
  const asked = parseDay(`${query.get("month")}-01`);
  const month: Month = monthOf(asked ?? businessDay(ctx.now));
  return { sellers, seller: sellers.find(({ id }) => id === query.get("seller")) ?? sellers[0], month };
}
