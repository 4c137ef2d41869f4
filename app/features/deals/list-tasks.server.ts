import { type Day, dayIn } from "~/domain/calendar";
import { mayAsk, type Permission, reachOf } from "~/domain/permission";
import { listInbox } from "~/features/approvals/list-approvals.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { dateOf } from "~/platform/stored-day.server";
import type { DealFilters } from "./deal-filters";
import { type DealRow, listDeals } from "./list-deals.server";

export type DealTaskKind = NonNullable<DealFilters["need"]>;
export type DealTask = { kind: DealTaskKind; rows: DealRow[]; count: number };
export type FollowUp = { customerId: string; name: string; on: Day; text: string };

const SHOWN = 6;

/** Whose work each list is: those with the right, and the consultant for deals of his own. */
const LISTS: readonly { kind: DealTaskKind; needs: readonly Permission[]; own: boolean }[] = [
  { kind: "expiring", needs: ["deal:extend_hold"], own: true },
  { kind: "confirm", needs: ["deal:confirm_unit"], own: false },
  { kind: "sign", needs: ["deal:sign_subscription"], own: false },
  { kind: "earnest", needs: ["payment:record"], own: true },
  { kind: "contract", needs: ["deal:sign_contract", "deal:sign_subscription"], own: true },
  { kind: "file", needs: ["filing:file"], own: false },
  { kind: "late", needs: ["payment:record", "deal:sign_subscription"], own: true },
];

/** What waits for the caller today, each list with its deals. */
export async function listTasks(ctx: Ctx) {
  const lists = LISTS.filter(({ needs, own }) => isMine(ctx, needs, own));
  const [deals, approvals, followUps] = await Promise.all([
    Promise.all(lists.map(({ kind }) => dealsOf(ctx, kind))),
    listInbox(ctx),
    followUpsOf(ctx),
  ]);
  return {
    deals: deals.filter(({ count }) => count > 0),
    approvals: approvals.map(({ id, kind, reason, requestedBy, requestedAt, facts }) => ({
      id,
      kind,
      reason,
      requestedBy,
      requestedAt,
      unit: facts.unit ?? "",
    })),
    followUps,
  };
}

export type Tasks = Awaited<ReturnType<typeof listTasks>>;

function isMine(ctx: Ctx, needs: readonly Permission[], own: boolean): boolean {
  const doing = needs.some((needed) => mayAsk(ctx.permissions, needed).ok);
  return doing || (own && reachOf(ctx.permissions, "deal:read") === "own");
}

async function dealsOf(ctx: Ctx, kind: DealTaskKind): Promise<DealTask> {
  const filters = { q: "", stage: null, consultant: null, need: kind, sort: kind === "late" ? "entered" : "deadline" };
  const { rows, stages } = await listDeals(ctx, filters, null, SHOWN);
  return { kind, rows, count: stages.reduce((sum, { count }) => sum + count, 0) };
}

/** Customers whom the caller meant to call by today and did not reach since, the longest due first. */
function followUpsOf(ctx: Ctx): Promise<FollowUp[]> {
  const today = dateOf(dayIn(ctx.timeZone, ctx.now));
  return db.$queryRaw`
    SELECT c.id AS "customerId", p.name, i."nextOn"::text AS "on", i.text
    FROM "Interaction" i JOIN "ProjectCustomer" c ON c.id = i."customerId" JOIN "Person" p ON p.id = c."personId"
    WHERE i."projectId" = ${ctx.projectId}::uuid AND i."byId" = ${ctx.actorId}::uuid AND i."nextOn" <= ${today}::date
      AND (c."lastFollowUpAt" IS NULL OR c."lastFollowUpAt" <= i.at)
    ORDER BY i."nextOn", i.id`;
}
