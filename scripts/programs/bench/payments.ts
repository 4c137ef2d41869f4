import { businessDay } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { takePayment } from "~/features/deals/take-payment.server";
import { createReceivables } from "~/features/finance/create-receivables.server";
import type { Ctx } from "~/platform/context.server";
import { db, inTransaction, pool } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { CUSTOMER, givenCustomers, givenProject, givenStaff, givenUnits, type Project } from "./given";
import { interleaved, type Row, rate, rowOf, type Task } from "./measure";
import { type PaidDeal, plainPayment } from "./plain-payment";

const CLIENTS = 16;
const DEALS = 64;
const AMOUNT = 10_000;
const TABLES = ["Payment", "Receipt", "Allocation", "LedgerEntry", "Fact", "AuditEntry", "SearchToken"];

/** A cashier's payment with receipt, allocation, ledger, fact and audit, against the same rows by plain SQL. */
export async function measurePayments({ rounds, quick }: Task): Promise<Row[]> {
  const count = quick ? 64 : 160;
  const project = await givenProject("payments");
  const deals = await givenDeals(project);
  const [cashier] = (await givenStaff(project, "CASHIER", 1)) as [Ctx];
  const receivedOn = businessDay(project.now);
  const place = { project, cashier, receivedOn, amount: AMOUNT };
  const dealAt = (at: number) => deals[at % DEALS] as PaidDeal;
  const written = { value: "", limit: "" };
  const counting = async (which: "value" | "limit", work: () => Promise<number>) => {
    const before = await rowsOf(project.id);
    const figure = await work();
    written[which] = (await rowsOf(project.id)).map((rows, at) => `${TABLES[at]} ${rows - (before[at] ?? 0)}`).join();
    return figure;
  };
  const taken = (at: number) => {
    const { dealId } = dealAt(at);
    return takePayment(cashier, {
      ...{ key: newId(), sellerId: project.sellerId, method: "TRANSFER", bankReference: newId(), receivedOn },
      ...{ payerName: CUSTOMER, amount: fen(AMOUNT), receipts: [{ dealId, amount: fen(AMOUNT) }] },
    });
  };
  const measured = await interleaved(
    rounds,
    () => counting("value", () => rate(CLIENTS, count, taken)),
    () => counting("limit", () => rate(CLIENTS, count, (at) => plainPayment(pool, place, dealAt(at)))),
  );
  if (written.value !== written.limit) throw new Error(`different rows: ${written.value} / ${written.limit}`);
  const name = `payments with receipt, ledger, fact and audit, ${CLIENTS} clients`;
  return [rowOf(name, "payments/s", measured, { atLeast: 0.4 })];
}

async function rowsOf(projectId: string): Promise<number[]> {
  const counts = TABLES.map((table) => `(SELECT count(*) FROM "${table}" WHERE "projectId" = $1)::int`);
  const { rows } = await pool.query<number[]>({ text: `SELECT ${counts}`, values: [projectId], rowMode: "array" });
  return rows[0] ?? [];
}

/** Subscribed homes with one instalment that takes many payments. */
async function givenDeals(project: Project): Promise<PaidDeal[]> {
  const units = await givenUnits(project, DEALS);
  const consultants = await givenStaff(project, "CONSULTANT", DEALS);
  const customers = await givenCustomers(project, consultants);
  const deals = units.map((unitId, at) => ({
    ...{
      dealId: newId(),
      unitId,
      unitLabel: `1栋${Math.floor((at + 1) / 40) + 1}-${((at + 1) % 40) + 1}`,
    },
    ...{ customerId: customers[at] ?? "", consultantId: consultants[at]?.actorId ?? "" },
  }));
  await pool.query(
    `WITH given AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS g("dealId" uuid, "unitId" uuid, "customerId" uuid,
         "consultantId" uuid)
     ), deal AS (
       INSERT INTO "Deal" (id, "projectId", "customerId", "consultantId", stage, "businessOn", "enteredAt")
       SELECT "dealId", $2::uuid, "customerId", "consultantId", 'RESERVED', $3::date, $3::timestamptz FROM given
     ), claim AS (
       INSERT INTO "Claim" (id, "projectId", "unitId", "dealId", since)
       SELECT gen_random_uuid(), $2::uuid, "unitId", "dealId", $3::timestamptz FROM given
     )
     INSERT INTO "Fact" ("projectId", kind, sign, "dealId", "unitId", "customerId", "userId", "businessOn", "recordedAt")
     SELECT $2::uuid, 'SUBSCRIPTION', 1, "dealId", "unitId", "customerId", "consultantId", $3::date, $3::timestamptz
     FROM given`,
    [JSON.stringify(deals), project.id, project.now],
  );
  const [manager] = (await givenStaff(project, "MANAGER", 1)) as [Ctx];
  for (const { dealId } of deals) {
    const line = {
      item: "首付款",
      amount: fen(1_000_000_000),
      due: { event: "CONTRACT" as const, days: 0 },
      loan: false,
    };
    const lines = [{ ...line, dueOn: businessDay(project.now) }];
    await inTransaction((tx) => createReceivables(tx, manager, { dealId, sellerId: project.sellerId, lines }));
  }
  const owed = await db.receivable.findMany({ where: { projectId: project.id }, select: { id: true, dealId: true } });
  const receivables = new Map(owed.map(({ id, dealId }) => [dealId, id]));
  return deals.map((deal) => ({ ...deal, receivableId: receivables.get(deal.dealId) ?? "" }));
}
