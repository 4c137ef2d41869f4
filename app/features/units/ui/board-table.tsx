import { useState } from "react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { SaleStateBadge } from "~/ui/sale-state-badge";
import type { BoardModel } from "../board-model";
import { priceOf } from "../board-sums";

const PAGE = 100;

type BoardTableProps = { model: BoardModel; matching: Uint8Array; building: string; onOpen: (unitId: string) => void };

/** The same board in rows: what fits the filter, a hundred at a time. */
export function BoardTable({ model, matching, building, onOpen }: BoardTableProps) {
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
              {(["number", "building", "floor", "state", "use"] as const).map((name) => (
                <th key={name} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                  {t(`board.${name}`)}
                </th>
              ))}
              {(["grossArea", "price"] as const).map((name) => (
                <th key={name} scope="col" className="px-3 py-2 text-right font-medium whitespace-nowrap">
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
                  <th scope="row" className="px-3 py-1.5 font-medium whitespace-nowrap">
                    <button
                      type="button"
                      className="-my-1.5 py-1.5 text-accent underline underline-offset-2"
                      onClick={() => onOpen(unit.id)}
                    >
                      {unit.label}
                    </button>
                  </th>
                  <td className="px-3 py-1.5 whitespace-nowrap">{`${unit.building} ${unit.entrance}`.trim()}</td>
                  <td className="figures px-3 py-1.5">{unit.floor}</td>
                  <td className="px-3 py-1.5 whitespace-nowrap">
                    <SaleStateBadge state={unit.state} />
                  </td>
                  <td className="px-3 py-1.5 whitespace-nowrap">{enumLabel("unitUse", unit.use)}</td>
                  <td className="figures px-3 py-1.5 text-right whitespace-nowrap">{area(unit.gross)}</td>
                  <td className="figures px-3 py-1.5 text-right whitespace-nowrap">
                    {price === null ? t("board.noPrice") : money(price)}
                  </td>
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
