import { lazy, Suspense, useId } from "react";
import { useTexts } from "~/i18n/use-texts";
import { useAlive } from "./alive";
import type { ChartProps } from "./chart-figures";

const ChartCanvas = lazy(() => import("./chart-canvas"));

/** A picture of figures with its table one press away. The drawing code is fetched only where a chart is shown. */
export function Chart(props: ChartProps) {
  const { title, unit, description, height = 240 } = props;
  const { t } = useTexts();
  const titleId = useId();
  const alive = useAlive();
  return (
    <figure aria-labelledby={titleId} className="flex min-w-0 flex-col gap-2">
      <figcaption id={titleId} className="flex items-baseline gap-2 font-semibold">
        {title}
        <span className="text-xs font-normal text-ink-faint">{unit}</span>
      </figcaption>
      <div role="img" aria-label={description} className="relative" style={{ height }}>
        {alive && (
          <Suspense fallback={null}>
            <ChartCanvas {...props} />
          </Suspense>
        )}
      </div>
      <details className="text-sm">
        <summary className="w-fit rounded-sm text-accent">{t("frame.chartAsTable")}</summary>
        <ChartTable {...props} />
      </details>
    </figure>
  );
}

function ChartTable({ title, categories, series, format }: ChartProps) {
  return (
    <div className="mt-2 max-h-80 overflow-auto">
      <table className="data-table data-table-plain">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{categories.title}</th>
            {series.map(({ label }) => (
              <th key={label} scope="col" data-numeric>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.labels.map((name, at) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {series.map(({ label, values }) => (
                <td key={label} data-title={label} data-numeric>
                  {typeof values[at] === "number" ? format(values[at]) : "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
