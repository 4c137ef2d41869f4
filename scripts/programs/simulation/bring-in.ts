import { importUnits } from "~/features/units/import-units.server";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";

export type Row = { name: string; filedFen: number };
type Home = { id: string; name: string; label: string };

const HEADER = "房号,建筑面积,套内面积,总价,状态";

/** Writes the rows as a file, imports it as the job does, and says which homes it names. */
export async function bringIn(ctx: Ctx, { rows }: { key: string; rows: readonly Row[] }): Promise<{ homes: Home[] }> {
  const lines = rows.map(({ name, filedFen }) => `${name},89.50,70.12,${filedFen / 100},在售`);
  const bytes = new TextEncoder().encode([HEADER, ...lines].join("\n"));
  const how = { profile: null, profileName: null, acceptGoodRows: false, dryRun: false };
  await importUnits(ctx, { file: { fileName: "homes.csv", bytes }, ...how });
  const numbers = rows.map(({ name }) => name.slice(2));
  const found = await db.unit.findMany({
    where: { projectId: ctx.projectId, number: { in: numbers } },
    select: { id: true, label: true, number: true },
    orderBy: { number: "asc" },
  });
  return { homes: found.map(({ number, ...home }) => ({ ...home, name: `1栋${number}` })) };
}
