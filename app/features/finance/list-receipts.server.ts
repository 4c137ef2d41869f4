import { type Day, parseDay } from "~/domain/calendar";
import { type Fen, fen } from "~/domain/money";
import { PAYMENT_METHODS, type PaymentMethod } from "~/domain/payment";
import { may, reachOf } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import type { StateOf } from "~/domain/transition";
import { matching } from "~/features/customers/matching.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { byName, type Orders, orderedBy } from "~/platform/list-order.server";
import { Prisma } from "~/platform/prisma/client";
import { dayOf } from "~/platform/stored-day.server";

export type ReceiptFilter = {
  q?: string | undefined;
  from?: Day | undefined;
  to?: Day | undefined;
  method?: PaymentMethod | undefined;
  status?: StateOf<"receipt"> | undefined;
  /** Cursor of the page: the last receipt of the one before. */
  after?: string | undefined;
  /** The column that orders the list, with "-" downwards. */
  sort?: string | undefined;
};

export type ReceiptRow = {
  id: string;
  number: string;
  dealId: string;
  paymentId: string;
  units: string;
  customer: string;
  payerName: string;
  item: string;
  method: PaymentMethod;
  account: string;
  amount: Fen;
  status: StateOf<"receipt">;
  receivedOn: Day;
  recordedAt: Date;
  recordedBy: string;
};
export type ReceiptPage = { rows: ReceiptRow[]; next: string | null; count: number; total: Fen };

type Row = Omit<ReceiptRow, "amount" | "receivedOn"> & { amountFen: bigint; receivedOn: Date };

const PAGE = 50;
const STATUSES: readonly StateOf<"receipt">[] = ["RECORDED", "REVERSAL_ASKED", "REVERSED", "CARRIED_OVER"];

/** Filters from an address; what is none is left out. */
export function receiptFilter(query: URLSearchParams): ReceiptFilter {
  const text = (name: string) => query.get(name) ?? "";
  return {
    q: text("q").trim().slice(0, 80) || undefined,
    from: parseDay(text("from")) ?? undefined,
    to: parseDay(text("to")) ?? undefined,
    method: PAYMENT_METHODS.find((one) => one === text("method")),
    status: STATUSES.find((one) => one === text("status")),
    after: /^[0-9a-f-]{36}$/.test(text("after")) ? text("after") : undefined,
    sort: query.get("sort") ?? undefined,
  };
}

/** Receipts, the newest first unless asked otherwise, with how many match and what the standing ones add up to. */
export async function listReceipts(ctx: Ctx, filter: ReceiptFilter, limit = PAGE): Promise<ReceiptPage> {
  demand(may(ctx.permissions, "receipt:read"));
  const matches = where(ctx, filter);
  const { order, from } = orderedBy(LIST, ctx.projectId, filter.sort, filter.after ?? null);
  const [rows, [sum]] = await Promise.all([
    db.$queryRaw<Row[]>`
      SELECT r.id, r.number, r."dealId", r."paymentId", p."payerName", r.item, p.method::text AS method,
        a.bank || ' ' || right(a.number, 4) AS account, r."amountFen", r.status::text AS status, p."receivedOn",
        r."recordedAt", u.name AS "recordedBy", o.name AS customer,
        coalesce((SELECT string_agg(DISTINCT n.label, '、') FROM "Claim" k JOIN "Unit" n ON n.id = k."unitId"
          WHERE k."dealId" = r."dealId"), '') AS units
      FROM ${SHOWN} WHERE ${matches} ${from} ORDER BY ${order} LIMIT ${limit + 1}`,
    db.$queryRaw<{ count: bigint; total: bigint }[]>`
      SELECT count(*) AS count,
        coalesce(sum(r."amountFen") FILTER (WHERE r.status IN ('RECORDED', 'REVERSAL_ASKED')), 0)::bigint AS total
      FROM ${filtersReceiptsAlone(ctx, filter) ? Prisma.sql`"Receipt" r` : TABLES} WHERE ${matches}`,
  ]);
  const shown = rows.slice(0, limit).map(({ amountFen, receivedOn, ...row }) => ({
    ...row,
    amount: fen(amountFen),
    receivedOn: dayOf(receivedOn),
  }));
  return {
    rows: shown,
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    count: Number(sum?.count ?? 0n),
    total: fen(sum?.total ?? 0n),
  };
}

const TABLES = Prisma.sql`"Receipt" r JOIN "Payment" p ON p.id = r."paymentId" JOIN "Deal" d ON d.id = r."dealId"`;

const SHOWN = Prisma.sql`${TABLES} JOIN "User" u ON u.id = r."recordedById" JOIN "SellerAccount" a ON a.id = p."accountId"
  JOIN "ProjectCustomer" c ON c.id = d."customerId" JOIN "Person" o ON o.id = c."personId"`;
const ORDERS: Orders = {
  number: Prisma.sql`r.number`,
  on: Prisma.sql`p."receivedOn"`,
  customer: byName(Prisma.sql`o.name`),
  amount: Prisma.sql`r."amountFen"`,
  by: byName(Prisma.sql`u.name`),
  at: Prisma.sql`r."recordedAt"`,
};
const LIST = { orders: ORDERS, usual: "-at", id: Prisma.sql`r.id`, project: Prisma.sql`r."projectId"`, tables: SHOWN };

/** Half a million receipts are summed up without their payments and deals where nothing is asked of these. */
function filtersReceiptsAlone(ctx: Ctx, { from, to, method }: ReceiptFilter): boolean {
  return !from && !to && !method && reachOf(ctx.permissions, "receipt:read") !== "own";
}

function where(ctx: Ctx, { q, from, to, method, status }: ReceiptFilter): Prisma.Sql {
  const own = reachOf(ctx.permissions, "receipt:read") === "own";
  const parts = [
    Prisma.sql`r."projectId" = ${ctx.projectId}::uuid`,
    ...(own ? [Prisma.sql`d."consultantId" = ${ctx.actorId}::uuid`] : []),
    ...(q ? [Prisma.sql`r.id IN (${matching(ctx.projectId, "RECEIPT", q)})`] : []),
    ...(from ? [Prisma.sql`p."receivedOn" >= ${from}::date`] : []),
    ...(to ? [Prisma.sql`p."receivedOn" <= ${to}::date`] : []),
    ...(method ? [Prisma.sql`p.method::text = ${method}`] : []),
    ...(status ? [Prisma.sql`r.status::text = ${status}`] : []),
  ];
  return Prisma.join(parts, " AND ");
}
