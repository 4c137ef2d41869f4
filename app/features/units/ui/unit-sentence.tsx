import { useTexts } from "~/i18n/use-texts";
import { priceOf } from "../board-sums";
import type { BoardUnit } from "../board-unit";

/** A unit in one breath, for whoever does not see the board. */
export function UnitSentence({ unit, note = "" }: { unit: BoardUnit | undefined; note?: string | undefined }) {
  const { t, enumLabel, area, money, momentToTheSecond } = useTexts();
  if (!unit) return null;
  const price = priceOf(unit);
  const parts = [
    `${unit.building} ${unit.entrance}`.trim(),
    unit.label,
    t("board.floorSpoken", { floor: unit.floor }),
    enumLabel("saleState", unit.state),
    area(unit.gross),
    price === null ? t("board.noPrice") : money(price),
    unit.until === null ? "" : t("board.until", { until: momentToTheSecond(new Date(unit.until)) }),
    note,
  ];
  return <>{parts.filter(Boolean).join(", ")}</>;
}
