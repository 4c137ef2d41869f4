import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { inPool } from "./customer-reach.server";
import { maskName } from "./person-name";
import { maskPhone } from "./phone";

/** A customer of the public pool, masked for whoever may claim; null where it is none (any more). */
export async function getPooled(ctx: Ctx, customerId: string) {
  demand(may(ctx.permissions, "customer:claim_from_pool"));
  const row = await db.projectCustomer.findFirst({
    where: { id: customerId, projectId: ctx.projectId, archivedAt: null },
    include: {
      person: { select: { name: true, phones: { orderBy: { primary: "desc" }, take: 1 } } },
      owner: { select: { disabledAt: true } },
      deals: { where: { stage: { in: ["HELD", "RESERVED", "CONTRACTED"] } }, select: { id: true }, take: 1 },
    },
  });
  if (!row) return null;
  const buying = row.stage === "BUYER" || row.stage === "COMMITTED" || row.deals.length > 0;
  if (!inPool(ctx, { ...row, ownerActive: row.owner?.disabledAt === null, buying })) return null;
  const e164 = row.person.phones[0]?.e164;
  return { name: maskName(row.person.name), phone: e164 ? maskPhone(e164) : null };
}
