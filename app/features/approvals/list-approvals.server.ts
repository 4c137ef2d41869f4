import { z } from "zod";
import { type ApprovalKind, type ApprovalStatus, awaitedRole, statusAt, waitsFor } from "~/domain/approval";
import { type ApprovalFacts, FLOOR_FACTS } from "~/domain/approval-facts";
import { may, type Role, reachOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import { decidersOf } from "./approval.server";
import { type Absences, type Absent, listAbsent, seatFor } from "./seat.server";

export type ApprovalView = {
  id: string;
  kind: ApprovalKind;
  subject: string;
  dealId: string | null;
  status: ApprovalStatus;
  chain: Role[];
  step: number;
  awaited: Role | null;
  reason: string;
  facts: ApprovalFacts;
  requestedBy: string;
  requestedAt: Date;
  expiresAt: Date | null;
  closedAt: Date | null;
  /** `inPlaceOf`: the name of the one whose answer it was to give. */
  decisions: {
    step: number;
    by: string;
    inPlaceOf: string | null;
    role: Role;
    yes: boolean;
    reason: string;
    at: Date;
  }[];
  /** Does it wait for the caller? */
  mine: boolean;
  /** In whose place the caller would answer it; null: in his own right. */
  inPlaceOf: string | null;
  /** May the caller take it back? */
  own: boolean;
};

const PAGE = 50;
const INBOX = 200;

/** One page; `next` names where the one after it begins. */
export type ApprovalPage = { rows: ApprovalView[]; next: string | null };
const cursor = z.string().regex(/^\d+:[0-9a-f-]{36}$/);

const withPeople = {
  requestedBy: { select: { name: true } },
  decisions: {
    include: {
      decider: { select: { name: true } },
      substitution: { select: { forId: true, for: { select: { name: true } } } },
    },
    orderBy: { step: "asc" },
  },
} as const satisfies Prisma.ApprovalInclude;
type Row = Prisma.ApprovalGetPayload<{ include: typeof withPeople }>;

/** Everything that waits for the caller, the oldest first. */
export async function listInbox(ctx: Ctx): Promise<ApprovalView[]> {
  if (!may(ctx.permissions, "approval:approve").ok) return [];
  const absent = await listAbsent(db, ctx);
  const roles = [...ctx.roles, ...absent.roles];
  const rows = await find(ctx, { status: "PENDING", chain: { hasSome: roles } }, "asc", { absent });
  return rows.filter(({ mine }) => mine);
}

/** How many wait for the caller: the figure beside the entry in the navigation. */
export async function countInbox(ctx: Ctx): Promise<number> {
  return (await listInbox(ctx)).length;
}

/** The caller's own questions, the newest first. */
export async function listMyRequests(ctx: Ctx, after: string | null = null): Promise<ApprovalPage> {
  demand(may(ctx.permissions, "approval:read"));
  return pageOf(ctx, { requestedById: ctx.actorId }, after);
}

/** What was decided on the project, or, for those who see only their own, what they asked and answered. */
export async function listDecided(ctx: Ctx, after: string | null = null, limit = PAGE): Promise<ApprovalPage> {
  demand(may(ctx.permissions, "approval:read"));
  return pageOf(ctx, { status: { not: "PENDING" }, ...visible(ctx) }, after, limit);
}

/** One slip; null when there is none that the caller may see. */
export async function getApproval(ctx: Ctx, approvalId: string): Promise<ApprovalView | null> {
  demand(may(ctx.permissions, "approval:read"));
  const [found = null] = await find(ctx, { id: approvalId, ...visible(ctx) }, "desc");
  return found;
}

/** One slip that an address names, as getApproval; null also where the address names none. */
export async function findApproval(ctx: Ctx, text: string | null): Promise<ApprovalView | null> {
  const id = z.uuid().safeParse(text);
  return id.success ? getApproval(ctx, id.data) : null;
}

/** Slips of one deal, the newest first. */
export async function listApprovalsOfDeal(ctx: Ctx, dealId: string): Promise<ApprovalView[]> {
  return find(ctx, { dealId, ...visible(ctx) }, "desc");
}

function visible(ctx: Ctx): Prisma.ApprovalWhereInput {
  if (reachOf(ctx.permissions, "approval:read") === "scope") return {};
  const answered = [{ deciderId: ctx.actorId }, { substitution: { forId: ctx.actorId } }];
  return { OR: [{ requestedById: ctx.actorId }, { decisions: { some: { OR: answered } } }] };
}

async function pageOf(ctx: Ctx, where: Prisma.ApprovalWhereInput, after: string | null, limit = PAGE) {
  const [at, id = ""] = cursor.safeParse(after).data?.split(":") ?? [];
  const from = new Date(Number(at));
  const older = at ? { OR: [{ requestedAt: { lt: from } }, { requestedAt: from, id: { lt: id } }] } : {};
  const found = await find(ctx, { AND: [where, older] }, "desc", { limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows, next: found.length > limit && last ? `${last.requestedAt.getTime()}:${last.id}` : null };
}

async function find(
  ctx: Ctx,
  where: Prisma.ApprovalWhereInput,
  order: "asc" | "desc",
  { absent, limit = INBOX }: { absent?: Absences; limit?: number } = {},
): Promise<ApprovalView[]> {
  const rows = await db.approval.findMany({
    where: { ...where, projectId: ctx.projectId },
    include: withPeople,
    orderBy: [{ requestedAt: order }, { id: order }],
    take: limit,
  });
  const { of } = absent ?? (await listAbsent(db, ctx));
  return rows.map((row) => viewOf(row, ctx, of(row.kind as ApprovalKind)));
}

function viewOf({ decisions, ...row }: Row, ctx: Ctx, absent: readonly Absent[]): ApprovalView {
  const slip = { ...row, deciderIds: decidersOf(decisions) };
  const { forId, ctx: seat } = seatFor(ctx, slip, absent);
  const mine = waitsFor(slip, { actorId: ctx.actorId, roles: seat.roles, forId }, ctx.now);
  const status = statusAt(row, ctx.now);
  return {
    id: row.id,
    kind: row.kind as ApprovalKind,
    subject: row.subject,
    dealId: row.dealId,
    status,
    chain: row.chain,
    step: row.step,
    awaited: status === "PENDING" ? awaitedRole(row) : null,
    reason: row.reason,
    facts: shownFacts(ctx, row.facts as ApprovalFacts),
    requestedBy: row.requestedBy.name,
    requestedAt: row.requestedAt,
    expiresAt: row.expiresAt,
    closedAt: row.closedAt,
    decisions: decisions.map(({ step, decider, substitution, role, yes, reason, at }) => ({
      step,
      by: decider.name,
      inPlaceOf: substitution?.for.name ?? null,
      role,
      yes,
      reason,
      at,
    })),
    mine,
    inPlaceOf: (mine && absent.find((one) => one.forId === forId)?.name) || null,
    own: row.requestedById === ctx.actorId,
  };
}

/** The floor price is seen only by those who may read it anywhere. */
function shownFacts(ctx: Ctx, facts: ApprovalFacts): ApprovalFacts {
  if (may(ctx.permissions, "price_list:read_floor").ok) return facts;
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !FLOOR_FACTS.some((hidden) => hidden === name)));
}
