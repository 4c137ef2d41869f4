import type { AuditAction, AuditNoun } from "~/domain/audit-action";
import { addDays, BUSINESS_TIME_ZONE, type Day, startOfDayIn } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { CompanyCtx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";

const PAGE = 50;

export type AuditFilter = {
  /** A part of the actor's name or login. */
  actor: string;
  /** A whole action ("hold.placed") or its beginning ("hold."). */
  action: string;
  /** "deal:id". */
  subject: string;
  on: Day | null;
  /** The sequence number after which older rows follow. */
  after: string | null;
};

export type AuditLine = {
  seq: string;
  at: Date;
  actor: string | null;
  action: AuditAction;
  subject: string;
  /** What it was done to, and its name where it has one to say. */
  noun: AuditNoun;
  named: string | null;
  project: string | null;
  reason: string | null;
  changes: AuditChange[];
};
export type AuditChange = { name: string; before: string | null; after: string | null };

/** The audit trail, newest first. */
export async function listAudit(ctx: CompanyCtx, filter: AuditFilter) {
  demand(may(ctx.permissions, "audit:read"));
  const { actor, action, subject, on, after } = filter;
  const actors = actor ? await actorsCalled(actor) : null;
  const where: Prisma.AuditEntryWhereInput = {
    ...(actors ? { actorId: { in: actors } } : {}),
    ...(action ? { action: { startsWith: action } } : {}),
    ...(subject ? { subject } : {}),
    ...(on
      ? { at: { gte: startOfDayIn(BUSINESS_TIME_ZONE, on), lt: startOfDayIn(BUSINESS_TIME_ZONE, addDays(on, 1)) } }
      : {}),
    ...(after && /^\d{1,18}$/.test(after) ? { seq: { lt: BigInt(after) } } : {}),
  };
  const found = await db.auditEntry.findMany({ where, orderBy: { seq: "desc" }, take: PAGE + 1 });
  const rows = found.slice(0, PAGE);
  const people = [...ids(rows, "actorId"), ...subjects(rows, "user")];
  const [users, projects, units] = await Promise.all([
    db.user.findMany({ where: { id: { in: people } }, select: { id: true, name: true } }),
    db.project.findMany({ where: { id: { in: ids(rows, "projectId") } }, select: { id: true, name: true } }),
    db.unit.findMany({ where: { id: { in: subjects(rows, "unit") } }, select: { id: true, label: true } }),
  ]);
  const nameOf = new Map([...users, ...projects].map(({ id, name }) => [id, name]));
  for (const { id, label } of units) nameOf.set(id, label);
  const entries = rows.map(
    (row): AuditLine => ({
      seq: String(row.seq),
      at: row.at,
      actor: row.actorId && (nameOf.get(row.actorId) ?? row.actorId),
      action: row.action as AuditAction,
      subject: row.subject,
      noun: nounOf(row.subject),
      named: nameOf.get(idOf(row.subject)) ?? null,
      project: row.projectId && (nameOf.get(row.projectId) ?? null),
      reason: row.reason,
      changes: changesOf(row.before, row.after),
    }),
  );
  return { entries, next: found.length > PAGE ? (entries.at(-1)?.seq ?? null) : null };
}

async function actorsCalled(part: string): Promise<string[]> {
  const like = { contains: part, mode: "insensitive" as const };
  const found = await db.user.findMany({
    where: { OR: [{ name: like }, { login: like }] },
    select: { id: true },
    take: 500,
  });
  return found.map(({ id }) => id);
}

function ids<Key extends "actorId" | "projectId">(rows: readonly Record<Key, string | null>[], key: Key): string[] {
  return [...new Set(rows.flatMap((row) => row[key] ?? []))];
}

const nounOf = (subject: string) => subject.slice(0, subject.indexOf(":")) as AuditNoun;
const idOf = (subject: string) => subject.slice(subject.indexOf(":") + 1);

function subjects(rows: readonly { subject: string }[], noun: AuditNoun): string[] {
  return [...new Set(rows.flatMap(({ subject }) => (nounOf(subject) === noun ? idOf(subject) : [])))];
}

/** What was and what became of it, name by name; what stayed the same is left out. */
function changesOf(before: Prisma.JsonValue, after: Prisma.JsonValue): AuditChange[] {
  const [was, is] = [fields(before), fields(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names
    .map((name) => ({ name, before: text(was[name]), after: text(is[name]) }))
    .filter((change) => change.before !== change.after);
}

function fields(json: Prisma.JsonValue): Record<string, unknown> {
  return json !== null && typeof json === "object" && !Array.isArray(json) ? json : {};
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
