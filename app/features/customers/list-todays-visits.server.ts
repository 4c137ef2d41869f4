import { dayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { dateOf } from "~/platform/stored-day.server";
import { reachedBy } from "./customer-reach.server";
import { maskPhone } from "./phone";

export type Visit = Awaited<ReturnType<typeof listTodaysVisits>>[number];

/** Who came today, by whom served, the latest first; within the caller's reach, masked. */
export async function listTodaysVisits(ctx: Ctx) {
  demand(may(ctx.permissions, "customer:read"));
  const visits = await db.interaction.findMany({
    where: {
      projectId: ctx.projectId,
      businessOn: dateOf(dayIn(ctx.timeZone, ctx.now)),
      kind: { in: ["VISIT_FIRST", "VISIT_REPEAT"] },
      customer: reachedBy(ctx, "customer:read"),
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 200,
    select: {
      id: true,
      kind: true,
      at: true,
      by: { select: { name: true } },
      customer: {
        select: {
          id: true,
          source: true,
          owner: { select: { name: true } },
          person: { select: { name: true, phones: { orderBy: { primary: "desc" }, take: 1 } } },
        },
      },
    },
  });
  return visits.map(({ id, kind, at, by, customer }) => ({
    id,
    first: kind === "VISIT_FIRST",
    at,
    servedBy: by.name,
    customerId: customer.id,
    name: customer.person.name,
    phone: customer.person.phones[0] ? maskPhone(customer.person.phones[0].e164) : null,
    owned: customer.owner !== null,
    source: customer.source,
  }));
}
