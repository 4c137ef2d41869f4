import { type Fen, partOf } from "./money";
import { ppm, WHOLE } from "./rate";
import type { Settings } from "./setting";

/** The prices between which a unit may be offered; null where nothing bounds it. */
export type FiledBand = { filed: Fen | null; filedLowest: Fen | null };

export type FiledRule = Pick<Settings, "filedPriceGuard" | "filedBandLowerPpm">;

/** The filed price bounds a price where the project's setting forbids leaving it; some cities set a lower bound too. */
export function filedBand(filed: Fen | null, { filedPriceGuard, filedBandLowerPpm }: FiledRule): FiledBand {
  if (filed === null || filedPriceGuard !== "FORBID") return { filed: null, filedLowest: null };
  const lowest = filedBandLowerPpm > 0 ? partOf(filed, ppm(WHOLE - filedBandLowerPpm), "UP") : null;
  return { filed, filedLowest: lowest };
}
