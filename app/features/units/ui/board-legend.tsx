import { SALE_STATES, type SaleState } from "~/domain/unit-state";
import { useTexts } from "~/i18n/use-texts";
import { SaleStateBadge, saleStateClass } from "~/ui/sale-state-badge";
import type { BoardSums } from "../board-sums";

type BoardLegendProps = { sums: BoardSums; chosen: ReadonlySet<SaleState>; onToggle: (state: SaleState) => void };

/** How the project stands: the share of each state as one bar, then each with its figures, which filter the board. */
export function BoardLegend({ sums, chosen, onToggle }: BoardLegendProps) {
  const { t, enumLabel, count, area, wan, money } = useTexts();
  const present = SALE_STATES.filter((state) => sums[state].count > 0 || chosen.has(state));
  return (
    <section aria-label={t("board.states")} className="flex flex-col gap-2.5">
      <div className="flex h-2.5 gap-px overflow-hidden rounded-full" role="img" aria-label={t("board.share")}>
        {present.map((state) => (
          <span key={state} className={saleStateClass(state)} style={{ flexGrow: sums[state].count, flexBasis: 0 }} />
        ))}
      </div>
      <ul className="flex gap-2 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:pb-1 sm:flex-wrap">
        {present.map((state) => (
          <li key={state} className="shrink-0">
            <button
              type="button"
              aria-pressed={chosen.has(state)}
              onClick={() => onToggle(state)}
              title={`${enumLabel("saleState", state)} · ${area(sums[state].area)} · ${money(sums[state].amount)}`}
              className="card flex items-center gap-3 px-2.5 py-1.5 text-left hover:border-accent aria-pressed:border-accent aria-pressed:bg-accent-soft"
            >
              <SaleStateBadge state={state} />
              <span className="flex flex-col items-end leading-tight">
                <span className="figures font-semibold">{count(sums[state].count)}</span>
                <span className="figures text-2xs text-ink-faint">{wan(sums[state].amount)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
