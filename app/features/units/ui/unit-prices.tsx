import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import type { OpenedUnit } from "../open-unit.server";

/** What the unit was offered at, newest first: from when to when, by which list, in all and per ㎡. */
export function UnitPrices({ prices }: { prices: OpenedUnit["offered"] }) {
  const { t, moment } = useTexts();
  if (prices.length === 0) return <p className="text-ink-faint">{t("unit.noPriceHistory")}</p>;
  return (
    <ol className="flex flex-col gap-2.5">
      {prices.map(({ listId, name, versionNo, from, until, list, ...per }) => (
        <li key={listId} className="flex items-baseline justify-between gap-3">
          <span className="min-w-0">
            <span className="figures block">
              {until
                ? t("unit.priceSpan", { from: moment(from), until: moment(until) })
                : t("unit.priceSince", { from: moment(from) })}
            </span>
            <span className="block text-sm text-ink-soft">{t("unit.priceList", { name, no: versionNo })}</span>
          </span>
          <span className="shrink-0 text-right">
            <span className="block font-medium">
              <MoneyText fen={list} />
            </span>
            <PerSquareMetre {...per} />
          </span>
        </li>
      ))}
    </ol>
  );
}

type PerSquareMetreProps = Pick<OpenedUnit["prices"][number], "perGross" | "perInternal">;

/** A price per ㎡ of either area, each named. */
export function PerSquareMetre({ perGross, perInternal }: PerSquareMetreProps) {
  const { t, unitPrice } = useTexts();
  return (
    <span className="figures flex flex-wrap justify-end gap-x-2 text-xs text-ink-faint">
      {perGross !== null && <span>{t("unit.onGross", { price: unitPrice(perGross) })}</span>}
      {perInternal !== null && <span>{t("unit.onInternal", { price: unitPrice(perInternal) })}</span>}
    </span>
  );
}
