import type { RefObject } from "react";
import { centiares } from "~/domain/area";
import { fen } from "~/domain/money";
import { unitPriceOf } from "~/domain/unit-price";
import { useTexts } from "~/i18n/use-texts";
import { SaleStateBadge } from "~/ui/sale-state-badge";
import { priceOf } from "../board-sums";
import type { BoardUnit } from "../board-unit";
import type { CanvasSize } from "./use-canvas-view";
import { useSecond } from "./use-second";

const WIDTH = 232;
const HEIGHT = 150;

type HoverCardProps = {
  unit: BoardUnit | undefined;
  now: () => number;
  x: number;
  y: number;
  box: RefObject<HTMLElement>;
  size: CanvasSize;
  /** What the lens shows of it. */
  note: string | undefined;
};

/** What a unit is, beside the pointer. */
export function BoardHoverCard({ unit, now, x, y, box, size, note }: HoverCardProps) {
  const { enumLabel, area, money, unitPrice, t } = useTexts();
  if (!unit) return null;
  const price = priceOf(unit);
  const left = x + WIDTH + 24 > size.width ? x - WIDTH - 12 : x + 16;
  const top = Math.max(8, Math.min(y + 12, size.height - HEIGHT));
  const place = { left: left + (box.current?.scrollLeft ?? 0), top: top + (box.current?.scrollTop ?? 0), width: WIDTH };
  return (
    <div className="card pointer-events-none absolute z-10 p-3 shadow-floating" style={place} aria-hidden>
      <p className="flex items-center justify-between gap-2 font-semibold">
        <span className="truncate">{unit.label}</span>
        <SaleStateBadge state={unit.state} />
      </p>
      <p className="figures mt-1 text-sm text-ink-soft">
        {[enumLabel("unitUse", unit.use), unit.layout, unit.orientation, area(unit.gross)].filter(Boolean).join(" · ")}
      </p>
      {price === null ? (
        <p className="mt-1 text-ink-faint">{t("board.noPrice")}</p>
      ) : (
        <p className="figures mt-1 flex items-baseline justify-between gap-2">
          <span className="text-lg font-semibold">{money(price)}</span>
          <span className="text-xs text-ink-faint">
            {unit.gross > 0 && unitPrice(unitPriceOf(fen(price), centiares(unit.gross), "HALF_UP"))}
          </span>
        </p>
      )}
      {note && <p className="mt-1 text-sm font-semibold">{note}</p>}
      {unit.by && <p className="mt-1 text-sm">{t("board.by", { by: unit.by })}</p>}
      {unit.reason && <p className="text-sm text-ink-soft">{unit.reason}</p>}
      {unit.until !== null && <TimeLeft until={unit.until} now={now} />}
    </div>
  );
}

function TimeLeft({ until, now }: { until: number; now: () => number }) {
  useSecond();
  const left = Math.max(0, Math.ceil((until - now()) / 1_000));
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return (
    <p className="figures mt-1 font-medium text-warn">
      {two(left / 3_600)}:{two((left % 3_600) / 60)}:{two(left % 60)}
    </p>
  );
}
