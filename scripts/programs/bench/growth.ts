import { day } from "~/domain/calendar";
import { fen } from "~/domain/money";
import { comparedPeriod } from "~/domain/report-period";
import { listCustomers } from "~/features/customers/list-customers.server";
import { placeHold } from "~/features/deals/place-hold.server";
import { takePayment } from "~/features/deals/take-payment.server";
import { dayFigures } from "~/features/reports/day-figures.server";
import type { Ctx } from "~/platform/context.server";
import { pool } from "~/platform/db.server";
import { newId } from "~/platform/id.server";
import { type FullOffice, officeAt, stagesOf } from "./full/full";
import { sizeOf } from "./full/office";
import { drive, median, type Row, type Task } from "./measure";

/** Fewer than the smallest office has free homes. */
const WARMED = 10;
const TIMES = 30;
const PAID = fen(1_000);
const ALL = { q: "", owner: null, grade: null, stage: null, source: null, pool: false };
/** Allowed between the smallest and the largest: what does not grow with the data. */
const FLAT = 1.5;

type Step = { name: string; flat: boolean; does: (at: number) => Promise<unknown> };

/** The same steps, one after the other, by one person, while the office grows a hundredfold. */
export async function measureGrowth({ quick }: Task): Promise<Row[]> {
  const stages = stagesOf(quick);
  const points = new Map<string, { flat: boolean; at: [number, number][]; spread: [number, number][] }>();
  for (const deals of stages) {
    const office = await officeAt(deals);
    for (const { name, flat, does } of await stepsIn(office)) {
      await drive(1, WARMED, does);
      const took = await drive(1, TIMES, (at) => does(WARMED + at));
      const known = points.get(name) ?? { flat, at: [], spread: [] };
      known.at.push([sizeOf(deals).entries, median(took)]);
      known.spread.push([Math.min(...took), Math.max(...took)]);
      points.set(name, known);
    }
  }
  return [...points].map(([name, { flat, at, spread }]) => growthRow(name, flat, at, spread));
}

type Spread = [number, number];

/** The largest office beside the smallest. */
function growthRow(name: string, flat: boolean, points: [number, number][], spread: Spread[]): Row & object {
  const [small, large] = [points[0]?.[1] ?? 0, points.at(-1)?.[1] ?? 0];
  const shown = (value: number) => Number(value.toPrecision(4));
  const range = (at: number): Spread => (spread.at(at) ?? [0, 0]).map(shown) as Spread;
  return {
    name: `${name}: ${points
      .map(([size]) => size.toLocaleString("en-US").replaceAll(",", " "))
      .toReversed()
      .join(", ")} entries`,
    ...{ unit: "ms", value: shown(large), limit: shown(small), ratio: shown(large / small) },
    spread: { value: range(-1), limit: range(0) },
    reach: flat ? `≤ ${FLAT}` : null,
    reached: flat ? large / small <= FLAT : null,
    note: `${points.map(([, time]) => shown(time)).join(" → ")} ms`,
    ...{ series: name, points: points.map(([size, time]) => [size, shown(time)]) },
  };
}

async function stepsIn(office: FullOffice): Promise<Step[]> {
  const { manager, project, today } = office;
  const { now, before } = comparedPeriod("MONTH", day(today));
  return [
    { name: "hold", flat: true, does: await holding(office) },
    { name: "payment", flat: true, does: await paying(office) },
    { name: "list of customers", flat: false, does: () => listCustomers(manager, ALL, null) },
    {
      name: "report",
      flat: false,
      does: () => dayFigures({ ...manager, projectId: project.id }, { from: before.from, to: now.to }),
    },
  ];
}

/** Free homes by customers' own consultants, all on their first holds. */
async function holding({ project, consultants }: FullOffice) {
  const staff = new Map(consultants.map((ctx) => [ctx.actorId, ctx]));
  const { rows } = await pool.query<{ unitId: string; customerId: string; ownerId: string }>(
    `SELECT u.id AS "unitId", c.id AS "customerId", c."ownerId" FROM
       (SELECT id, row_number() OVER (ORDER BY id DESC) AS no FROM "Unit" u WHERE "projectId" = $1
          AND NOT EXISTS (SELECT FROM "Claim" k WHERE k."unitId" = u.id AND k."endedAt" IS NULL) LIMIT $2) u
     JOIN (SELECT id, "ownerId", row_number() OVER (ORDER BY id) AS no FROM "ProjectCustomer"
       WHERE "projectId" = $1 ORDER BY id LIMIT $2) c USING (no)`,
    [project.id, WARMED + TIMES],
  );
  const settings = { holdCapPerConsultant: 1_000 };
  return (at: number) => {
    const { unitId = "", customerId = "", ownerId = "" } = rows[at % rows.length] ?? {};
    const ctx = staff.get(ownerId) as Ctx;
    return placeHold({ ...ctx, settings: { ...ctx.settings, ...settings } }, { key: newId(), unitId, customerId });
  };
}

/** A little more of the next instalment of one deal after the other. */
async function paying({ project, cashier, today }: FullOffice) {
  const { rows } = await pool.query<{ dealId: string; payerName: string }>(
    `SELECT d.id AS "dealId", p.name AS "payerName" FROM "Deal" d JOIN "ProjectCustomer" c ON c.id = d."customerId"
       JOIN "Person" p ON p.id = c."personId" WHERE d."projectId" = $1 AND d.stage = 'CONTRACTED' ORDER BY d.id DESC LIMIT $2`,
    [project.id, WARMED + TIMES],
  );
  return (at: number) => {
    const { dealId = "", payerName = "" } = rows[at % rows.length] ?? {};
    return takePayment(cashier, {
      ...{ key: newId(), sellerId: project.sellerId, method: "TRANSFER", bankReference: newId(), receivedOn: today },
      ...{ payerName, amount: PAID, receipts: [{ dealId, amount: PAID }] },
    });
  };
}
