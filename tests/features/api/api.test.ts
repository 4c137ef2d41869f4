import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CONTRACT_PAPERS } from "~/domain/contract-checklist";
import type { Role } from "~/domain/permission";
import { answerDealApprovals } from "~/features/deals/answer-approvals.server";
import { decideReversals } from "~/features/finance/decide-reversals.server";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { type Client, clientOf, OF_A_SALE, serveApi, tokenOf } from "../../support/api";
import { asStaff } from "../../support/given";
import { givenOffice } from "../../support/sell";

answerDealApprovals();
decideReversals();

let served: Awaited<ReturnType<typeof serveApi>>;
let api: Client;

beforeAll(async () => {
  served = await serveApi();
  api = clientOf(served.url);
});
afterAll(async () => {
  served.close();
  await closeDb();
});

async function givenTokens() {
  const office = await givenOffice();
  const tokens = await Promise.all(
    Object.entries(office.desk).map(async ([role, ctx]) => [role, await tokenOf(ctx)] as const),
  );
  const accountant = await asStaff("ACCOUNTANT", office.project);
  return {
    ...office,
    as: { ...Object.fromEntries(tokens), ACCOUNTANT: await tokenOf(accountant) } as Record<Role, string>,
  };
}

const today = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const idOf = (value: unknown) => String(value);

async function versionOf(dealId: string) {
  return (await db.deal.findUniqueOrThrow({ where: { id: dealId } })).version;
}

describe("a sale by the interface", () => {
  it("goes from hold to record, every answer as described", async () => {
    const { project, unit, buyer, plan, scheme, as } = await givenTokens();

    const reserved = await api.post(
      `/units/${unit.id}/reservations`,
      { customerId: buyer.id, paymentPlanId: plan.id, discountSchemeIds: [scheme.id], earnestFen: 5_000_000 },
      { as: as.CONSULTANT },
    );
    expect(reserved).toMatchObject({ status: 201, body: { stage: "HELD", dealFen: 372_400_000, approvalId: null } });
    expect(reserved.body.schedule).toMatchObject([
      { item: null, amountFen: 5_000_000 },
      { item: "首付款", amountFen: 107_400_000 },
      { item: "按揭贷款", amountFen: 260_000_000 },
    ]);
    const dealId = idOf(reserved.body.dealId);
    const step = async (path: string, role: Role, body: object = {}) =>
      api.post(`/deals/${dealId}/${path}`, { version: await versionOf(dealId), ...body }, { as: as[role] });
    const pay = (amountFen: number, query = "") =>
      api.post(
        `/payments${query}`,
        {
          ...{ sellerId: project.sellerId, method: "TRANSFER", bankReference: newId(), receivedOn: today() },
          ...{ payer: "王小明", receipts: [{ dealId, amountFen }] },
        },
        { as: as.CASHIER },
      );

    expect((await step("unit-confirmation", "CONTROLLER")).status).toBe(200);
    expect((await step("subscription-signature", "MANAGER")).body).toEqual({ dealId, stage: "HELD" });
    expect((await pay(5_000_000, "?preview=true")).status).toBe(200);
    expect(await db.payment.count({ where: { projectId: project.id } })).toBe(0);
    const paid = await pay(5_000_000);
    expect(paid).toMatchObject({ status: 201, body: { effectiveDealIds: [dealId], advanceFen: 0 } });
    const statement = await api.get(`/deals/${dealId}/statement?on=${today()}`, { as: as.CASHIER });
    expect(statement.body.totals).toMatchObject({ owedFen: 372_400_000, paidFen: 5_000_000 });
    expect((await pay(107_400_000)).status).toBe(201);

    const asked = await step("contract", "CLERK", { areaBasis: "GROSS", papers: CONTRACT_PAPERS, signedOn: today() });
    expect(asked).toMatchObject({ status: 202, body: { stage: "RESERVED" } });
    const waiting = await api.get(`/projects/${project.id}/approvals`, { as: as.MANAGER });
    const [slip] = waiting.body.rows as { id: string }[];
    expect((await api.get(`/approvals/${slip?.id}`, { as: as.MANAGER })).body).toMatchObject({ kind: "CONTRACT" });
    const decided = await api.post(`/approvals/${slip?.id}/decision`, { yes: true }, { as: as.MANAGER });
    expect(decided.body).toEqual({ approvalId: slip?.id, status: "USED" });
    expect((await step("filing", "CLERK", { number: `WQ-${dealId}`, on: today() })).body.stage).toBe("CONTRACTED");
    expect((await step("filing/record", "CLERK", { number: `BA-${dealId}`, on: today() })).status).toBe(200);

    const sold = await api.get(`/units/${unit.id}`, { as: as.CONSULTANT });
    expect(sold.body).toMatchObject({ saleState: "FILED", claim: { dealId }, prices: { floorFen: null } });
    const deal = await api.get(`/deals/${dealId}`, { as: as.CONSULTANT });
    expect(deal.body).toMatchObject({ stage: "CONTRACTED", money: { receiptedFen: 112_400_000 } });

    const paymentId = idOf(paid.body.paymentId);
    expect((await api.get(`/payments/${paymentId}`, { as: as.CASHIER })).body.status).toBe("CONFIRMED");
    const reversal = await api.post(`/payments/${paymentId}/reversal`, { reason: "录错" }, { as: as.CASHIER });
    expect(reversal.status).toBe(202);
    const taken = await api.post(
      `/approvals/${idOf(reversal.body.approvalId)}/decision`,
      { yes: true },
      { as: as.ACCOUNTANT },
    );
    expect(taken.body.status).toBe("USED");
    expect([...api.answered].toSorted()).toEqual(OF_A_SALE.toSorted());
  });
});
