import type { SaleState } from "~/domain/unit-state";
import type { UnitUse } from "~/platform/prisma/enums";

/** A unit as the board shows it. Areas in 1/100 ㎡, prices in fen, moments in epoch milliseconds. */
export type BoardUnit = {
  id: string;
  /** Small number within the project. */
  no: number;
  building: string;
  entrance: string;
  floor: string;
  floorNo: number;
  number: string;
  label: string;
  use: UnitUse;
  /** FOR_SALE, KEPT, RESETTLEMENT, PAID_IN_KIND */
  category: string;
  gross: number;
  internal: number;
  filed: number | null;
  list: number | null;
  layout: string;
  orientation: string;
  state: SaleState;
  /** When a hold ends, and the state that the unit then has. */
  until: number | null;
  after: SaleState;
  since: number | null;
  /** Whose hold or deal it is: a colleague's name, never the customer's. */
  by: string;
  /** The public reason of a hold or a withholding. */
  reason: string;
};

export const BOARD_COLUMNS = [
  ...(["id", "no", "building", "entrance", "floor", "floorNo", "number", "label", "use", "category", "gross"] as const),
  ...([
    "internal",
    "filed",
    "list",
    "layout",
    "orientation",
    "state",
    "until",
    "after",
    "since",
    "by",
    "reason",
  ] as const),
] satisfies readonly (keyof BoardUnit)[];

export type BoardValue = BoardUnit[keyof BoardUnit];
export type BoardBuilding = { name: string; position: number };

/** The whole board in rows of values, in the order of `columns`. `version` is where the events go on from. */
export type BoardSnapshot = {
  version: number;
  columns: readonly string[];
  buildings: readonly BoardBuilding[];
  rows: readonly (readonly BoardValue[])[];
};

/** Units that have changed, each as it now is. */
export type BoardDelta = { version: number; units: readonly BoardUnit[] };
