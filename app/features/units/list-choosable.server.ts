import { may } from "~/domain/permission";
import { demand, type Refusal } from "~/domain/refusal";
import { canOffer } from "~/domain/release";
import type { Ctx } from "~/platform/context.server";
import { db } from "~/platform/db.server";
import { listReleasable } from "./pick-units.server";
import { releaseFilter } from "./release-filter";
import type { BatchUnit } from "./units-to-release.server";

export type ChoosableUnit = BatchUnit & { problem: Refusal | null };

/** Units that a batch may take, by the filters in an address, each with what would keep it from opening then. */
export async function listChoosable(ctx: Ctx, query: URLSearchParams, opensAt: Date): Promise<ChoosableUnit[]> {
  demand(may(ctx.permissions, "release_batch:draft"));
  const units = await listReleasable(db, ctx, filterOf(query), opensAt);
  return units.map((unit) => {
    const verdict = canOffer(unit, ctx.settings);
    return { ...unit, problem: verdict.ok ? null : verdict.refusal };
  });
}

/** The buildings to choose from, in the order of the board. */
export async function listBuildings(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  return db.building.findMany({
    where: { projectId: ctx.projectId },
    select: { id: true, name: true },
    orderBy: [{ position: "asc" }, { name: "asc" }],
  });
}

/** What an address asks for; whatever it says wrongly asks for nothing. */
function filterOf(query: URLSearchParams) {
  const number = (name: string) => (/^-?\d{1,3}$/.test(query.get(name) ?? "") ? Number(query.get(name)) : null);
  const asked = {
    buildingIds: query.get("building") ? [query.get("building")] : [],
    floorFrom: number("floorFrom"),
    floorTo: number("floorTo"),
    use: query.get("use") || null,
  };
  const filter = releaseFilter.safeParse(asked);
  return filter.success ? filter.data : releaseFilter.parse({});
}
