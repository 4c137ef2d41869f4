/** The buyer's own pages. */
export const portal = {
  homes: "My homes",
} as const;
