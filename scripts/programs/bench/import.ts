import type { ClientBase } from "pg";
import { importUnits } from "~/features/units/import-units.server";
import type { Ctx } from "~/platform/context.server";
import { db, pool } from "~/platform/db.server";
import { copyIn, copyOut } from "./copy";
import { givenProject, givenStaff, type Project } from "./given";
import { interleaved, milliseconds, type Row, rowOf, seeded, type Task } from "./measure";

const FLATS = 12;
const FLOORS = 37;

const UNIT = `id, "projectId", "buildingId", "boardNo", entrance, "floorLabel", "floorNo", number, label, use,
  "grossCentiares", "internalCentiares", "filedFen", "filedUnitCentifen", orientation, note, "createdAt"`;
const CLAIM = `id, "projectId", "unitId", "openingState", since`;
const TOKEN = `"projectId", subject, "subjectId", token`;

/** A price list from bytes to rows, against COPY of the very rows that the import wrote. */
export async function measureImport({ rounds, quick }: Task): Promise<Row[]> {
  const rows: Row[] = [];
  // The large list takes long; its spread is small, so that fewer rounds tell as much.
  for (const [count, times] of quick
    ? [[600, rounds]]
    : [
        [5_334, rounds],
        [50_000, Math.min(3, rounds)],
      ]) {
    rows.push(await measureList(count as number, times as number));
  }
  return rows;
}

async function measureList(count: number, rounds: number): Promise<Row> {
  const bytes = Buffer.from(priceList(count));
  const first = await givenPlace();
  await carryIn(first.planner, bytes, count);
  const measured = await interleaved(
    rounds,
    async () => {
      const { planner } = await givenPlace();
      return milliseconds(() => carryIn(planner, bytes, count));
    },
    async () => copied(first.project, (await givenPlace()).project, count),
  );
  const note =
    "reading, checking, placing and indexing for search included; COPY of units, opening claims and search words";
  return rowOf(`import of ${count} rows`, "ms", measured, { atMost: 15 }, note);
}

async function givenPlace() {
  const project = await givenProject("import");
  const [planner] = (await givenStaff(project, "PLANNER", 1)) as [Ctx];
  return { project, planner };
}

async function carryIn(planner: Ctx, bytes: Buffer, count: number): Promise<void> {
  const file = { fileName: "list.csv", bytes };
  const how = { profile: null, profileName: null, acceptGoodRows: false, dryRun: false };
  const { imported, refused } = await importUnits(planner, { file, ...how });
  if (imported !== count) throw new Error(`${imported} of ${count} imported: ${JSON.stringify(refused.slice(0, 3))}`);
}

/** How long COPY takes to write what the import wrote, in another project. */
async function copied(source: Project, target: Project, count: number): Promise<number> {
  const client = await pool.connect();
  try {
    const rows = await rowsFor(client, source, target);
    const took = await milliseconds(async () => {
      await client.query("BEGIN");
      await copyIn(client, `"Unit" (${UNIT})`, rows.units);
      await copyIn(client, `"Claim" (${CLAIM})`, rows.claims);
      await copyIn(client, `"SearchToken" (${TOKEN})`, rows.tokens);
      await client.query("COMMIT");
    });
    const written = await db.unit.count({ where: { projectId: target.id } });
    if (written !== count) throw new Error(`${written} of ${count} copied`);
    return took;
  } finally {
    client.release();
  }
}

/** The rows of one project as those of another: the same but for their ids. */
async function rowsFor(client: ClientBase, source: Project, target: Project) {
  const own = (id: string) => `md5(${id}::text || '${target.id}')::uuid`;
  const building = own(`"buildingId"`);
  await client.query(
    `INSERT INTO "Building" (id, "projectId", "phaseId", name, position)
     SELECT ${own("id")}, $1, $2, 'C' || name, position + 1000 FROM "Building" WHERE "projectId" = $3`,
    [target.id, target.phaseId, source.id],
  );
  const at = `'${target.id}'::uuid`;
  const where = `WHERE "projectId" = '${source.id}'`;
  const unit = UNIT.replace("id, ", `${own("id")}, `)
    .replace(`"projectId"`, at)
    .replace(`"buildingId"`, building);
  const claim = `${own("id")}, ${at}, ${own(`"unitId"`)}, "openingState", since`;
  return {
    units: await copyOut(client, `SELECT ${unit} FROM "Unit" ${where}`),
    claims: await copyOut(client, `SELECT ${claim} FROM "Claim" ${where}`),
    tokens: await copyOut(client, `SELECT ${at}, subject, ${own(`"subjectId"`)}, token FROM "SearchToken" ${where}`),
  };
}

/** A list of homes in towers of 37 floors; every tenth is sold. */
function priceList(count: number): string {
  const random = seeded(5_334);
  const rows = Array.from({ length: count }, (_, at) => {
    const [building, floor, flat] = [Math.floor(at / (FLATS * FLOORS)), Math.floor(at / FLATS) % FLOORS, at % FLATS];
    const label = `${building + 1}栋${floor + 1}${String(flat + 1).padStart(2, "0")}`;
    const gross = 7_000 + Math.floor(random() * 80) * 100;
    const price = 18_000 + Math.floor(random() * 9_000);
    const status = random() < 0.1 ? "已备案" : "在售";
    return [label, gross / 100, (gross * 0.78) / 100, price, (gross / 100) * price, status].join();
  });
  return ["房号,建筑面积,套内面积,单价,总价,状态", ...rows].join("\n");
}
