import { may, type Permission, reachOf } from "~/domain/permission";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { Prisma } from "~/platform/prisma/client";
import type { SearchSubject } from "~/platform/prisma/enums";
import { findCustomers } from "./find-customers.server";
import { matching } from "./matching.server";

/** One thing found: what it is called, one line about it, and its state where it has one. */
export type Hit = { subject: SearchSubject; id: string; title: string; detail: string; state: string | null };

const MOST = 8;

/** Customers, units, deals and receipts by the beginnings of their words, each as far as the caller may read it. */
export async function searchEverything(ctx: Ctx, query: string): Promise<Hit[]> {
  const asked = query.trim().slice(0, 80);
  if (asked === "") return [];
  const parts = await Promise.all([customers(ctx, asked), units(ctx, asked), deals(ctx, asked), receipts(ctx, asked)]);
  return parts.flat();
}

async function customers(ctx: Ctx, query: string): Promise<Hit[]> {
  if (!may(ctx.permissions, "customer:read").ok) return [];
  const found = await findCustomers(ctx, query, MOST);
  return found.map(({ id, name, phone, ownerName, stage }) => {
    const detail = [phone, ownerName].filter(Boolean).join(" · ");
    return { subject: "CUSTOMER", id, title: name, detail, state: stage };
  });
}

async function units(ctx: Ctx, query: string): Promise<Hit[]> {
  if (reachOf(ctx.permissions, "unit:read") !== "scope") return [];
  return db.$queryRaw<Hit[]>`
    SELECT 'UNIT' AS subject, n.id, n.label AS title, b.name AS detail, NULL AS state
    FROM "Unit" n JOIN "Building" b ON b.id = n."buildingId"
    WHERE n."projectId" = ${ctx.projectId}::uuid AND n.id IN (${matching(ctx.projectId, "UNIT", query)})
    ORDER BY b.position, n."floorNo", n.number LIMIT ${MOST}`;
}

async function deals(ctx: Ctx, query: string): Promise<Hit[]> {
  if (!may(ctx.permissions, "deal:read").ok) return [];
  return db.$queryRaw<Hit[]>`
    SELECT 'DEAL' AS subject, d.id, coalesce(
        (SELECT string_agg(DISTINCT n.label, ', ') FROM "Claim" k JOIN "Unit" n ON n.id = k."unitId" WHERE k."dealId" = d.id),
        '') AS title, p.name AS detail, d.stage::text AS state
    FROM "Deal" d JOIN "ProjectCustomer" c ON c.id = d."customerId" JOIN "Person" p ON p.id = c."personId"
    WHERE d."projectId" = ${ctx.projectId}::uuid AND ${readable(ctx, "deal:read")}
      AND (d.id IN (${matching(ctx.projectId, "DEAL", query)})
        OR d."customerId" IN (${matching(ctx.projectId, "CUSTOMER", query)}))
    ORDER BY d."enteredAt" DESC, d.id DESC LIMIT ${MOST}`;
}

async function receipts(ctx: Ctx, query: string): Promise<Hit[]> {
  if (!may(ctx.permissions, "receipt:read").ok) return [];
  return db.$queryRaw<Hit[]>`
    SELECT 'RECEIPT' AS subject, r.id, r.number AS title, p.name AS detail, r.status::text AS state
    FROM "Receipt" r JOIN "Deal" d ON d.id = r."dealId"
      JOIN "ProjectCustomer" c ON c.id = d."customerId" JOIN "Person" p ON p.id = c."personId"
    WHERE r."projectId" = ${ctx.projectId}::uuid AND ${readable(ctx, "receipt:read")}
      AND r.id IN (${matching(ctx.projectId, "RECEIPT", query)})
    ORDER BY r."recordedAt" DESC, r.id DESC LIMIT ${MOST}`;
}

/** The deals that this right reaches: all, or those where the caller is the consultant. */
function readable(ctx: Ctx, needed: Permission): Prisma.Sql {
  return reachOf(ctx.permissions, needed) === "scope"
    ? Prisma.sql`true`
    : Prisma.sql`d."consultantId" = ${ctx.actorId}::uuid`;
}
