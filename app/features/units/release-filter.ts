import { z } from "zod";

/** Which units a batch takes: empty fields ask for nothing. */
export const releaseFilter = z.object({
  buildingIds: z.array(z.uuid()).default([]),
  floorFrom: z.number().int().nullable().default(null),
  floorTo: z.number().int().nullable().default(null),
  use: z.enum(["RESIDENCE", "SHOP", "OFFICE", "PARKING", "STORAGE"]).nullable().default(null),
});

export type ReleaseFilter = z.infer<typeof releaseFilter>;
/** Named units, or every unit that fits the filter and is still to be released. */
export type UnitChoice = { ids: readonly string[] } | { filter: ReleaseFilter };
