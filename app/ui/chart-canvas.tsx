import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  type ChartOptions,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from "chart.js";
import { Chart as Canvas } from "react-chartjs-2";
import { chartColours, seriesLook } from "./chart-colours";
import type { ChartProps } from "./chart-figures";
import { useThemeTurns } from "./use-theme-turns";

ChartJs.register(
  BarController,
  BarElement,
  CategoryScale,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);

/** The drawing of a Chart. It stands still: figures that move are read twice. */
export default function ChartCanvas({ categories, series, shape = "bars", format }: ChartProps) {
  useThemeTurns();
  const colours = chartColours();
  const datasets = series.map(({ label, values, kind = "bar", dashed = false }, at) => ({
    type: kind,
    label,
    data: [...values],
    order: kind === "line" ? 0 : 1,
    ...seriesLook(colours, at, { kind, dashed }),
  }));
  const options = optionsOf({ colours, shape, format, legend: series.length > 1 });
  return <Canvas type="bar" data={{ labels: [...categories.labels], datasets }} options={options} aria-hidden />;
}

type Choices = Pick<ChartProps, "format"> & {
  shape: NonNullable<ChartProps["shape"]>;
  colours: ReturnType<typeof chartColours>;
  legend: boolean;
};

function optionsOf({ colours, shape, format, legend }: Choices): ChartOptions<"bar" | "line"> {
  const sideways = shape === "sideways";
  const stacked = shape === "stacked";
  const names = { stacked, grid: { display: false }, ticks: { color: colours.ink }, border: { color: colours.line } };
  const figures = {
    stacked,
    beginAtZero: true,
    grid: { color: colours.line },
    border: { display: false },
    ticks: { color: colours.ink, maxTicksLimit: 6, callback: (value: string | number) => format(Number(value)) },
  };
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    indexAxis: sideways ? "y" : "x",
    interaction: { mode: "index", axis: sideways ? "y" : "x", intersect: false },
    font: { family: colours.font, size: 12 },
    scales: sideways ? { x: figures, y: names } : { x: names, y: figures },
    plugins: {
      legend: { display: legend, align: "start", labels: { color: colours.ink, usePointStyle: true, boxHeight: 7 } },
      tooltip: {
        callbacks: {
          label: ({ dataset, parsed }) => {
            const value = sideways ? parsed.x : parsed.y;
            return `${dataset.label ?? ""} ${value === null ? "–" : format(value)}`;
          },
        },
      },
    },
  };
}
