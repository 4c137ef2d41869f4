import { placeHold } from "~/features/deals/place-hold.server";
import { pool } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { plainHold } from "../../bench/plain-hold.mjs";
import { givenCustomers, givenProject, givenStaff, givenUnits } from "./given";
import { interleaved, type Row, rate, rowOf, type Task } from "./measure";

const CLIENTS = [16, 64];
/** Fewer than the cap of open holds that a consultant has. */
const EACH = 4;

/** Distinct units: nobody is in anybody's way, so this is what the command itself costs. */
export async function measureHolds({ rounds, quick }: Task): Promise<Row[]> {
  const size = quick ? 160 : 800;
  const rows: Row[] = [];
  for (const clients of CLIENTS) {
    const project = await givenProject(`holds-${clients}`);
    const units = await givenUnits(project, size * 2 * (rounds + 1));
    const consultants = await givenStaff(project, "CONSULTANT", units.length / EACH);
    const customers = await givenCustomers(project, consultants);
    await pool.query(`ANALYZE "Unit", "User", "ProjectCustomer", "Claim", "Deal", "Submission"`);
    const wanted = units.map((unitId, at) => {
      const who = at % consultants.length;
      return { unitId, ctx: consultants[who], customerId: customers[who] };
    });
    const some = (from: number, hold: (one: Wanted) => Promise<unknown>) =>
      rate(clients, size, (at) => hold(wanted[from + at] as Wanted));
    const measured = await interleaved(
      rounds,
      (round) => some(round * 2 * size, byCommand),
      (round) => some((round * 2 + 1) * size, plainly),
    );
    await demandHeld(project.id, units.length);
    rows.push(rowOf(`hold distinct units, ${clients} clients, the command`, "holds/s", measured, { atLeast: 0.4 }));
  }
  return rows;
}

type Wanted = { unitId: string; customerId: string; ctx: Parameters<typeof placeHold>[0] };

const byCommand = ({ ctx, unitId, customerId }: Wanted) => placeHold(ctx, { key: newId(), unitId, customerId });

const plainly = ({ ctx, unitId, customerId }: Wanted) =>
  plainHold(pool, { projectId: ctx.projectId, unitId, customerId, actorId: ctx.actorId, now: ctx.now });

/** Both wrote the same number of rows in every table, or the figures compare different things. */
async function demandHeld(projectId: string, count: number): Promise<void> {
  for (const table of ["Deal", "Claim", "Fact", "AuditEntry", "UnitChange"]) {
    const more = table === "UnitChange" ? count : 0;
    const { rows } = await pool.query(`SELECT count(*)::int AS n FROM "${table}" WHERE "projectId" = $1`, [projectId]);
    if (rows[0]?.n !== count + more) throw new Error(`${table}: ${rows[0]?.n} rows for ${count} holds`);
  }
}
