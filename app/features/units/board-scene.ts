import type { BoardLens } from "~/domain/board-lens";
import type { SaleState } from "~/domain/unit-state";
import type { BoardLayout, CellSize, Spot } from "./board-layout";
import type { BoardModel } from "./board-model";

/** How much a cell shows: only its colour and pattern, a sign too, or number, area and price. */
export type Detail = "small" | "medium" | "large";
export type Lens = "state" | "price" | BoardLens;

/** What a lens makes of a unit: its colours, the mark of its class, the value, and the value as one would say it. */
export type Tint = { fill: string; ink: string; mark: string; text: string; note: string };
export type TintOf = (unit: number) => Tint | null;

export const CELLS: Readonly<Record<Detail, CellSize>> = {
  small: { width: 15, height: 12, gap: 1 },
  medium: { width: 54, height: 26, gap: 2 },
  large: { width: 96, height: 56, gap: 3 },
};

export type Look = {
  ink: string;
  soft: string;
  line: string;
  ground: string;
  accent: string;
  seal: string;
  font: string;
  fills: readonly { fill: string; ink: string }[];
};

export type Words = {
  sign: (state: SaleState) => string;
  area: (centiares: number) => string;
  price: (fen: number) => string;
  free: (count: number) => string;
};

export type Scene = {
  model: BoardModel;
  layout: BoardLayout;
  spots: readonly (Spot | null)[];
  matching: Uint8Array;
  detail: Detail;
  cell: CellSize;
  /** The lens that the board is seen through; null where it shows states. */
  tint: TintOf | null;
  /** Units chosen to be compared. */
  picked: readonly number[];
  cursor: number;
  hover: number;
  look: Look;
  words: Words;
};
