import { demand, Refused } from "~/domain/refusal";
import { canPick } from "~/domain/release";
import type { Acting } from "~/platform/context.server";
import type { Tx } from "~/platform/db.server";
import type { Prisma } from "~/platform/prisma/client";
import type { ReleaseFilter, UnitChoice } from "./release-filter";
import { type BatchUnit, unitsToRelease } from "./units-to-release.server";

/** The chosen units. A named one that cannot be released is refused; a filter passes over those. */
export async function pickUnits(tx: Tx, by: Acting, choice: UnitChoice, opensAt: Date): Promise<BatchUnit[]> {
  if ("filter" in choice) return listReleasable(tx, by, choice.filter, opensAt);
  const ids = [...new Set(choice.ids)];
  const units = await unitsToRelease(tx, { projectId: by.projectId, id: { in: ids } }, opensAt);
  if (units.length !== ids.length) throw new Refused({ code: "not_found" });
  for (const unit of units) demand(canPick(unit));
  return units;
}

/** Units that fit the filter, are for sale, and neither released nor sold. */
export async function listReleasable(
  tx: Tx,
  by: Pick<Acting, "projectId">,
  filter: ReleaseFilter,
  opensAt: Date,
): Promise<BatchUnit[]> {
  const where = { ...whereOf(filter), projectId: by.projectId, releaseState: "UNRELEASED" } as const;
  const units = await unitsToRelease(tx, where, opensAt);
  return units.filter((unit) => canPick(unit).ok);
}

function whereOf({ buildingIds, floorFrom, floorTo, use }: ReleaseFilter): Prisma.UnitWhereInput {
  return {
    ...(buildingIds.length > 0 ? { buildingId: { in: buildingIds } } : {}),
    ...(use ? { use } : {}),
    floorNo: { ...(floorFrom === null ? {} : { gte: floorFrom }), ...(floorTo === null ? {} : { lte: floorTo }) },
  };
}
