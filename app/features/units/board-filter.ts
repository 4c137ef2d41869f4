import { centiaresFromSquareMetres } from "~/domain/area";
import { fenFromYuan } from "~/domain/money";
import { SALE_STATES } from "~/domain/unit-state";
import type { BoardFilter } from "./board-model";

/** The names of the filters in the address. Areas in ㎡, prices in 万元, as people say them. */
export const FILTER_NAMES = [
  "state",
  "layout",
  "orientation",
  "use",
  "areaMin",
  "areaMax",
  "priceMin",
  "priceMax",
  "floorMin",
  "floorMax",
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** The filter that an address describes. What cannot be read is no bound. */
export function filterOf(query: URLSearchParams): BoardFilter {
  const asked = new Set((query.get("state") ?? "").split(","));
  const area = (name: FilterName) => centiaresFromSquareMetres(query.get(name) ?? "");
  const price = (name: FilterName) => {
    const tenThousands = fenFromYuan(query.get(name) ?? "");
    return tenThousands === null ? null : tenThousands * 10_000;
  };
  const floor = (name: FilterName) => (/^-?\d{1,3}$/.test(query.get(name) ?? "") ? Number(query.get(name)) : null);
  return {
    states: new Set(SALE_STATES.filter((state) => asked.has(state))),
    layout: query.get("layout") ?? "",
    orientation: query.get("orientation") ?? "",
    use: query.get("use") ?? "",
    areaMin: area("areaMin"),
    areaMax: area("areaMax"),
    priceMin: price("priceMin"),
    priceMax: price("priceMax"),
    floorMin: floor("floorMin"),
    floorMax: floor("floorMax"),
  };
}

/** By anything that the legend does not show. */
export function isNarrowed(query: URLSearchParams): boolean {
  return FILTER_NAMES.some((name) => name !== "state" && query.get(name));
}
