/** One line or set of bars; null where there is nothing to show. */
export type Series = { label: string; values: readonly (number | null)[]; kind?: "bar" | "line"; dashed?: boolean };

export type ChartProps = {
  title: string;
  /** The unit of the figures, shown beside the title: "万元", "套". */
  unit: string;
  /** What the picture says, in a sentence, for those who do not see it. */
  description: string;
  /** What the categories are ("月份") and their names. */
  categories: { title: string; labels: readonly string[] };
  series: readonly Series[];
  shape?: "bars" | "stacked" | "sideways";
  /** How a figure is written on axis, tooltip and table. */
  format: (value: number) => string;
  height?: number;
};
