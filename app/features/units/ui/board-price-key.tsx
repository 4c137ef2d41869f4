import { useTexts } from "~/i18n/use-texts";
import { HEAT, priceClasses } from "../board-look";
import type { BoardModel } from "../board-model";

/** What the colours of the price lens mean. */
export function BoardPriceKey({ model }: { model: BoardModel }) {
  const { unitPrice } = useTexts();
  const bounds = priceClasses(model.unitPrices);
  const lowest = model.unitPrices
    .filter((price) => price > 0)
    .reduce((least, price) => Math.min(least, price), Number.POSITIVE_INFINITY);
  const written = (price: number) => unitPrice(Math.round(price * 10_000));
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {bounds.map((bound, at) => (
        <li key={HEAT[at]?.fill} className="figures flex items-center gap-1.5">
          <span aria-hidden className="size-3.5 rounded-sm border border-line" style={{ background: HEAT[at]?.fill }} />
          {`${written(bounds[at - 1] ?? lowest)} – ${written(bound)}`}
        </li>
      ))}
    </ul>
  );
}
