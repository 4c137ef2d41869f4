import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDb, db } from "~/platform/db.server";
import { type Client, clientOf, type Reply, tokenOf } from "../support/api";
import { asStaff, type GivenProject, givenCustomer, givenProject, NOW } from "../support/given";
import { givenUnits, openClaims, RACED_UNITS } from "../support/race";
import { type AppServer, productBuilt, startServer } from "../support/servers";

// Two processes of the built product on one database, as behind a balancer.
const CALLERS = 64;
const AT_A_TIME = 5;

const servers: AppServer[] = [];
beforeAll(async () => {
  await productBuilt();
  servers.push(...(await Promise.all([startServer(), startServer()])));
}, 600_000);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await closeDb();
});

type Racer = { name: string; as: string; customerId: string; client: Client };

/** Consultants with a customer each, half of them at each process. */
async function givenCallers(project: GivenProject): Promise<Racer[]> {
  const clients = servers.map(({ url }) => clientOf(url));
  const racers: Racer[] = [];
  for (let at = 0; at < CALLERS; at++) {
    const name = `置业顾问 ${at}`;
    const ctx = await asStaff("CONSULTANT", project, { name });
    const [as, customer] = [await tokenOf(ctx), await givenCustomer(project, ctx)];
    const client = clients[at % clients.length];
    if (client) racers.push({ name, as, customerId: customer.id, client });
  }
  return racers;
}

function race(racers: readonly Racer[], unitId: string): Promise<Reply[]> {
  return Promise.all(
    racers.map(({ client, customerId, as }) => client.post(`/units/${unitId}/holds`, { customerId }, { as })),
  );
}

it(`gives each of ${RACED_UNITS} units to one of ${CALLERS} callers at two processes, and tells every other`, async () => {
  const project = await givenProject();
  const capped = { key: "holdCapPerConsultant", value: 999, scope: "PROJECT", projectId: project.id } as const;
  await db.setting.create({ data: { ...capped, effectiveFrom: new Date("2026-01-01"), source: "", recordedAt: NOW } });
  const racers = await givenCallers(project);
  const units = await givenUnits(project, RACED_UNITS);

  for (let from = 0; from < units.length; from += AT_A_TIME) {
    const wanted = units.slice(from, from + AT_A_TIME);
    const outcomes = await Promise.all(wanted.map((unitId) => race(racers, unitId)));
    for (const [at, replies] of outcomes.entries()) {
      const winners = racers.filter((_, place) => replies[place]?.status === 201);
      expect(winners).toHaveLength(1);
      const claim = await db.claim.findFirstOrThrow({ where: { unitId: wanted[at] ?? "" } });
      const params = { by: winners[0]?.name, since: claim.since.toISOString() };
      const losers = replies.filter(({ status }) => status !== 201).map(({ status, body }) => ({ status, body }));
      const told = { status: 409, body: expect.objectContaining({ code: "unit_taken", params }) };
      expect(losers).toEqual(Array(CALLERS - 1).fill(told));
    }
  }

  expect(await openClaims(units)).toEqual(units.map(() => 1));
  expect(await db.deal.count({ where: { projectId: project.id } })).toBe(RACED_UNITS);
}, 600_000);
