import type { SaleState } from "~/domain/unit-state";
import type { BoardLayout, CellSize, Spot } from "./board-layout";
import type { BoardModel } from "./board-model";

/** How much a cell shows: only its colour and pattern, a sign too, or number, area and price. */
export type Detail = "small" | "medium" | "large";
export type Lens = "state" | "price";

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
  font: string;
  fills: readonly { fill: string; ink: string }[];
  heat: readonly { fill: string; ink: string }[];
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
  lens: Lens;
  /** Upper bounds of the price classes, in fen per 1/100 ㎡. */
  classes: readonly number[];
  cursor: number;
  hover: number;
  look: Look;
  words: Words;
};
