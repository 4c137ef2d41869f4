import { useState } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { ExportLink } from "~/ui/export-link";
import { SaleStateBadge } from "~/ui/sale-state-badge";
import type { BoardModel } from "../board-model";
import { priceOf } from "../board-sums";

const PAGE = 100;
/** What the unit's label says already, and its use, give way on a phone, so that its price is seen. */
const COLUMNS = [
  { name: "number", look: "" },
  { name: "building", look: "max-sm:hidden" },
  { name: "floor", look: "max-sm:hidden" },
  { name: "state", look: "" },
  { name: "use", look: "max-sm:hidden" },
  { name: "grossArea", look: "text-right" },
  { name: "price", look: "text-right" },
] as const;
const HEAD = "px-3 py-2 font-medium whitespace-nowrap max-sm:px-1.5 max-sm:first:pl-3 max-sm:last:pr-3";
const CELL = "px-3 py-1.5 whitespace-nowrap max-sm:px-1.5 max-sm:first:pl-3 max-sm:last:pr-3";

type BoardTableProps = {
  model: BoardModel;
  matching: Uint8Array;
  building: string;
  /** May the reader take the whole list out of the house? */
  exports: boolean;
  onOpen: (unitId: string) => void;
};

/** The same board in rows: what fits the filter, a hundred at a time. */
export function BoardTable({ model, matching, building, exports, onOpen }: BoardTableProps) {
  const { t, enumLabel, area, money, count } = useTexts();
  const [page, setPage] = useState(0);
  const units = model.units.filter((unit, at) => matching[at] && (building === "" || unit.building === building));
  const first = Math.min(page, Math.max(0, Math.ceil(units.length / PAGE) - 1)) * PAGE;
  const shown = units.slice(first, first + PAGE);
  return (
    <div className="flex h-full flex-col">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard. */}
      <section className="min-h-0 flex-1 overflow-auto" tabIndex={0} aria-label={t("places.board")}>
        <table className="w-full text-left">
          <thead className="sticky top-0 bg-surface text-sm text-ink-soft">
            <tr>
              {COLUMNS.map(({ name, look }) => (
                <th key={name} scope="col" className={`${HEAD} ${look}`}>
                  {t(`board.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((unit) => {
              const price = priceOf(unit);
              return (
                <tr key={unit.id} className="border-t border-line hover:bg-sunken">
                  <th scope="row" className={`${CELL} font-medium`}>
                    <button
                      type="button"
                      className="-my-1.5 py-1.5 text-accent underline underline-offset-2"
                      onClick={() => onOpen(unit.id)}
                    >
                      {unit.label}
                    </button>
                  </th>
                  <td className={`${CELL} max-sm:hidden`}>{`${unit.building} ${unit.entrance}`.trim()}</td>
                  <td className={`${CELL} figures max-sm:hidden`}>{unit.floor}</td>
                  <td className={CELL}>
                    <SaleStateBadge state={unit.state} />
                  </td>
                  <td className={`${CELL} max-sm:hidden`}>{enumLabel("unitUse", unit.use)}</td>
                  <td className={`${CELL} figures text-right`}>{area(unit.gross)}</td>
                  <td className={`${CELL} figures text-right`}>{price === null ? t("board.noPrice") : money(price)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <div className="flex items-center justify-end gap-2 border-t border-line px-3 py-2">
        <span className="figures mr-auto text-sm text-ink-soft">
          {t("board.wholeList", {
            from: count(units.length ? first + 1 : 0),
            to: count(first + shown.length),
            count: count(units.length),
          })}
        </span>
        {exports && <ExportLink />}
        <Button type="button" small disabled={first === 0} onClick={() => setPage(first / PAGE - 1)}>
          {t("board.earlier")}
        </Button>
        <Button type="button" small disabled={first + PAGE >= units.length} onClick={() => setPage(first / PAGE + 1)}>
          {t("board.later")}
        </Button>
      </div>
    </div>
  );
}
