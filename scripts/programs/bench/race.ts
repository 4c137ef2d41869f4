import { db } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { ask } from "./ask";
import { givenCustomers, givenProject, givenStaff, givenToken, givenUnits } from "./given";
import { drive, interleaved, quantile, type Row, rowOf, type Task } from "./measure";

const CLIENTS = 64;

/** Everybody wants one unit, again and again, through HTTP: one gets it, every other is told, nothing breaks. */
export async function measureRace({ server, bare, rounds, quick }: Task): Promise<Row[]> {
  const attempts = quick ? 600 : 3000;
  const project = await givenProject("race");
  const consultants = await givenStaff(project, "CONSULTANT", CLIENTS);
  const customers = await givenCustomers(project, consultants);
  const tokens = await Promise.all(consultants.map(givenToken));
  const units = await givenUnits(project, 2 * (rounds + 1));
  const attemptOn = (unitId: string, url: string, body: object) => {
    return raceFor(unitId, attempts, (at) => {
      const who = at % CLIENTS;
      const headers = { Authorization: `Bearer ${tokens[who]}`, "Content-Type": "application/json" };
      const content = { ...body, customerId: customers[who] };
      return ask(url, { method: "POST", headers: { ...headers, "Idempotency-Key": newId() }, body: content });
    });
  };
  const unitAt = (at: number) => units[at] ?? "";
  const measured = await interleaved(
    rounds,
    (round) => attemptOn(unitAt(round * 2), `${server}/api/v1/units/${unitAt(round * 2)}/holds`, {}),
    (round) => attemptOn(unitAt(round * 2 + 1), bare, { projectId: project.id, unitId: unitAt(round * 2 + 1) }),
  );
  const note = `in every round 1 winner, ${attempts - 1} × 409, 0 × 5xx`;
  const name = `${attempts} attempts by ${CLIENTS} clients on one unit through HTTP, p99`;
  return [rowOf(name, "ms", measured, { atMost: 2 }, note)];
}

/** The 99th percentile of the answers' milliseconds. Fails unless exactly one got the unit and all others were told. */
async function raceFor(unitId: string, attempts: number, attempt: (at: number) => Promise<{ status: number }>) {
  const statuses = new Map<number, number>();
  const took = await drive(CLIENTS, attempts, async (at) => {
    const { status } = await attempt(at);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  });
  const open = await db.claim.count({ where: { unitId, endedAt: null } });
  if (statuses.get(201) !== 1 || statuses.get(409) !== attempts - 1 || open !== 1)
    throw new Error(`one winner was expected: ${JSON.stringify([...statuses])}, ${open} open claims`);
  return quantile(took, 0.99);
}
