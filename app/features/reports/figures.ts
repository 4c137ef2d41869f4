/** The figures of the cockpit, each with the facts it counts. */
export const FIGURES = {
  visitsFirst: { counts: ["VISIT_FIRST"], takesBack: [], gross: false, money: false },
  visitsRepeat: { counts: ["VISIT_REPEAT"], takesBack: [], gross: false, money: false },
  // A hold is taken back when it becomes a subscription; the cockpit counts what was placed.
  holds: { counts: ["HOLD"], takesBack: [], gross: true, money: false },
  subscriptions: { counts: ["SUBSCRIPTION"], takesBack: [], gross: false, money: true },
  contracts: { counts: ["CONTRACT"], takesBack: [], gross: false, money: true },
  receipts: { counts: ["RECEIPT"], takesBack: ["REFUND"], gross: false, money: true },
} as const satisfies Record<string, Figure>;

type Kind =
  | "VISIT_FIRST"
  | "VISIT_REPEAT"
  | "HOLD"
  | "HOLD_ENDED"
  | "SUBSCRIPTION"
  | "SUBSCRIPTION_ENDED"
  | "CONTRACT"
  | "CONTRACT_ENDED"
  | "RECEIPT"
  | "REFUND";

/** `gross`: every fact of the kind, also such as were taken back. `money`: has an amount. */
export type Figure = { counts: readonly Kind[]; takesBack: readonly Kind[]; gross: boolean; money: boolean };
export type FigureName = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];

/** Amounts in fen, areas in centiares. */
export type Amounts = { count: number; amount: number; area: number };
export const NOTHING: Amounts = { count: 0, amount: 0, area: 0 };
