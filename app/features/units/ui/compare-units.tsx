import { Scale, X } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { WideDialog } from "~/ui/dialog";
import { useQueryLink } from "~/ui/query-link";
import type { BoardModel } from "../board-model";
import type { BoardUnit } from "../board-unit";
import { CompareTable } from "./compare-table";
import { type Comparison, MOST_COMPARED } from "./use-comparison";

type CompareUnitsProps = { model: BoardModel; comparison: Comparison; projectCode: string; mayQuote: boolean };

/** Units side by side: first the tray in which they are gathered, then the table. */
export function CompareUnits({ model, comparison, projectCode, mayQuote }: CompareUnitsProps) {
  const { t } = useTexts();
  const queryLink = useQueryLink();
  const { picked, picking, setPicking, pick } = comparison;
  const found = picked.map((id) => ({ id, unit: model.units[model.indexOf(id)] }));
  if (picking) return <Tray found={found} comparison={comparison} />;
  if (picked.length === 0) return null;
  const units = found.flatMap(({ unit }) => unit ?? []);
  const missing = found.length - units.length;
  return (
    <WideDialog title={t("boardViews.compareTitle")} closeTo={queryLink({ compare: null })}>
      <div className="flex flex-col gap-3">
        {missing > 0 && <p className="text-ink-soft">{t("boardViews.compareMissing", { count: missing })}</p>}
        {units.length > 0 && <CompareTable {...{ units, projectCode, mayQuote }} onRemove={pick} />}
        <div>
          <Button type="button" onClick={() => setPicking(true)}>
            {t("boardViews.compareMore")}
          </Button>
        </div>
      </div>
    </WideDialog>
  );
}

type TrayProps = { found: readonly { id: string; unit: BoardUnit | undefined }[]; comparison: Comparison };

/** What has been gathered so far; it stays in sight while one walks the board. */
function Tray({ found, comparison: { pick, setPicking, clear } }: TrayProps) {
  const { t } = useTexts();
  return (
    <section
      aria-label={t("boardViews.compareTitle")}
      className="card sticky bottom-3 z-10 flex flex-wrap items-center gap-2 p-2.5 shadow-floating max-lg:bottom-20"
    >
      <p role="status" className="figures text-sm text-ink-soft">
        {t("boardViews.comparePicked", { count: found.length, most: MOST_COMPARED })}
      </p>
      <ul className="flex flex-wrap gap-1.5">
        {found.map(({ id, unit }) => (
          <li key={id}>
            <Button type="button" small icon={X} onClick={() => pick(id)}>
              <span className="sr-only">{t("boardViews.compareRemove")}</span>
              {unit?.label ?? t("boardViews.compareUnknown")}
            </Button>
          </li>
        ))}
      </ul>
      <div className="ml-auto flex gap-2">
        <Button type="button" variant="quiet" onClick={clear}>
          {t("common.cancel")}
        </Button>
        <Button
          type="button"
          variant="primary"
          icon={Scale}
          disabled={found.length < 2}
          onClick={() => setPicking(false)}
        >
          {t("boardViews.compareNow")}
        </Button>
      </div>
    </section>
  );
}
