import "./durable-postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { CONTRACT_PAPERS } from "~/domain/contract-checklist";
import { closeDb, db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { runChecks } from "../../scripts/programs/verify/run-checks";
import { clientOf, type Reply, tokenOf } from "../support/api";
import { givenOffice } from "../support/sell";
import { type AppServer, productBuilt, startServer } from "../support/servers";
import { endPostgres, postgres } from "./durable-postgres";

let server: AppServer;
beforeAll(async () => {
  await productBuilt();
  server = await startServer();
}, 600_000);
afterAll(async () => {
  await server.stop();
  await closeDb();
  await endPostgres();
});

const killServer = async () => {
  await server.kill();
  server = await startServer();
};
/** Its keeper starts it again on the same port, and the pools take new connections. */
const killDatabase = async () => void process.kill(postgres.pid(), "SIGKILL");
const KILLS = [killServer, killDatabase] as const;

type Step = { as: string; path: string; body: object };

/** Sent, and the connection may break before an answer comes: then nobody knows whether it was carried out. */
function send({ as, path, body }: Step, key: string): Promise<Reply | null> {
  return clientOf(server.url)
    .post(path, body, { as, key })
    .catch((error: unknown) => (error instanceof TypeError ? null : Promise.reject(error)));
}

/** As a careful client does: the same key and body again until there is an answer. */
async function sendUntilAnswered(step: Step, key: string): Promise<Reply> {
  for (;;) {
    const reply = await send(step, key);
    if (reply && reply.status < 500) return reply;
  }
}

/** A query of this process, again while the database comes back. */
async function read<T>(query: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 60_000; ; ) {
    try {
      return await query();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
  }
}

async function demandWhole(): Promise<void> {
  const checks = await read(runChecks);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

it("loses nothing that was acknowledged, and does nothing by half, whatever is killed and whenever", async () => {
  const office = await givenOffice();
  const { project, desk, unit, buyer, plan, scheme } = office;
  const [consultant, controller, manager, cashier, clerk] = await Promise.all(
    [desk.CONSULTANT, desk.CONTROLLER, desk.MANAGER, desk.CASHIER, desk.CLERK].map(tokenOf),
  );
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  let dealId = "";
  const onDeal = async (as = "", path: string, body: object = {}): Promise<Step> => {
    const { version } = await read(() => db.deal.findUniqueOrThrow({ where: { id: dealId } }));
    return { as, path: `/deals/${dealId}/${path}`, body: { version, ...body } };
  };
  const payment = async (amountFen: number): Promise<Step> => ({
    as: cashier ?? "",
    path: "/payments",
    body: {
      ...{ sellerId: project.sellerId, method: "TRANSFER", bankReference: newId(), receivedOn: today },
      ...{ payer: "王小明", receipts: [{ dealId, amountFen }] },
    },
  });
  const decision = async (): Promise<Step> => {
    const { id } = await read(() => db.approval.findFirstOrThrow({ where: { dealId } }));
    return { as: manager ?? "", path: `/approvals/${id}/decision`, body: { yes: true } };
  };
  const terms = { paymentPlanId: plan.id, discountSchemeIds: [scheme.id], earnestFen: 5_000_000 };
  const reserve = { customerId: buyer.id, ...terms };
  const steps: [stage: string, step: () => Promise<Step>][] = [
    ["HELD", async () => ({ as: consultant ?? "", path: `/units/${unit.id}/holds`, body: { customerId: buyer.id } })],
    ["HELD", async () => ({ as: consultant ?? "", path: `/units/${unit.id}/reservations`, body: reserve })],
    ["HELD", () => onDeal(controller, "unit-confirmation")],
    ["HELD", () => onDeal(manager, "subscription-signature")],
    ["RESERVED", () => payment(5_000_000)],
    ["RESERVED", () => payment(107_400_000)],
    ["RESERVED", () => onDeal(clerk, "contract", { areaBasis: "GROSS", papers: CONTRACT_PAPERS, signedOn: today })],
    ["CONTRACTED", decision],
    ["CONTRACTED", () => onDeal(clerk, "filing", { number: "WQ-1", on: today })],
  ];

  for (const [at, [stage, stepOf]] of steps.entries()) {
    const [step, key] = [await stepOf(), newId()];
    const [kill, other] = at % 2 === 0 ? KILLS : KILLS.toReversed();
    // Struck while it is at work …
    const [struck] = await Promise.all([send(step, key), kill?.()]);
    const answered = await sendUntilAnswered(step, key);
    expect(answered.status, JSON.stringify(answered.body)).toBeLessThan(300);
    if (struck && struck.status < 500) expect(answered).toMatchObject({ status: struck.status, body: struck.body });
    dealId ||= String(answered.body.dealId);
    // … and between two requests: what was acknowledged is there, once.
    await other?.();
    expect(await sendUntilAnswered(step, key)).toMatchObject({ status: answered.status, body: answered.body });
    expect((await read(() => db.deal.findMany())).map((deal) => deal.stage)).toEqual([stage]);
    await demandWhole();
  }

  expect(await db.payment.count()).toBe(2);
  expect(await db.claim.count({ where: { endedAt: null } })).toBe(1);
}, 300_000);
