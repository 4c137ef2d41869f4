import { changeSince } from "~/domain/report-period";
import { FIGURES, type FigureName } from "~/features/reports/figures";
import type { Cockpit, ComparedFigure } from "~/features/reports/get-cockpit.server";
import type { Texts } from "~/i18n/texts";
import { useTexts } from "~/i18n/use-texts";
import { Stat } from "~/ui/stat";

const COUNTED = {
  visitsFirst: "reports.groups",
  visitsRepeat: "reports.groups",
  holds: "reports.homes",
  subscriptions: "reports.homes",
  contracts: "reports.homes",
  receipts: "reports.entries",
} as const satisfies Record<FigureName, string>;

/** The period's figures, each beside the period before; a press shows the rows that it counts. */
export function FigureGrid({ cockpit, base }: { cockpit: Cockpit; base: string }) {
  const texts = useTexts();
  const { t } = texts;
  const { now } = cockpit.span;
  return (
    <section aria-label={t("reports.figures")} className="grid grid-cols-2 gap-3 sm:grid-cols-3 2xl:grid-cols-6">
      {(Object.entries(cockpit.figures) as [FigureName, ComparedFigure][]).map(([name, figure]) => (
        <Stat
          key={name}
          label={t(`reports.figure_${name}`)}
          value={figureText(name, figure.now, texts)}
          note={<FigureNote name={name} figure={figure} cockpit={cockpit} />}
          to={`${base}/facts?figure=${name}&from=${now.from}&to=${now.to}`}
        />
      ))}
    </section>
  );
}

function FigureNote({ name, figure, cockpit }: { name: FigureName; figure: ComparedFigure; cockpit: Cockpit }) {
  const texts = useTexts();
  const { t, wan, area } = texts;
  const { now, before } = figure;
  const sized = FIGURES[name].money && cockpit.money && name !== "receipts";
  return (
    <>
      {sized && (
        <span className="figures block text-ink-soft">
          {t("reports.amountArea", { amount: wan(now.amount), area: area(now.area) })}
        </span>
      )}
      {comparison(name, { now, before }, t(`reports.before_${cockpit.period}`), texts)}
    </>
  );
}

function figureText(
  name: FigureName,
  { count, amount }: ComparedFigure["now"],
  { t, wan, count: plain }: Texts,
): string {
  return name === "receipts" ? wan(amount) : t(COUNTED[name], { count: plain(count) });
}

/** The change in words, so that it needs no colour. */
function comparison(name: FigureName, { now, before }: ComparedFigure, period: string, texts: Texts): string {
  const measure = (figure: ComparedFigure["now"]) => (name === "receipts" ? figure.amount : figure.count);
  const change = changeSince(measure(before), measure(now));
  const shown = { before: period, value: figureText(name, before, texts) };
  if (change === null) return texts.t("reports.comparedNone", shown);
  return texts.t("reports.compared", { ...shown, change: changeWord(change, texts) });
}

function changeWord(change: number, { t, percent }: Texts): string {
  if (change === 0) return t("reports.same");
  const rate = percent(Math.round(Math.abs(change) / 1_000) * 1_000);
  return t(change > 0 ? "reports.up" : "reports.down", { rate });
}
