/** The buyer's own pages. */
export const portal = {
  homes: "我的房屋",
} as const;
