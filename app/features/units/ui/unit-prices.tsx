import { useTexts } from "~/i18n/use-texts";
import { MoneyText, UnitPriceText } from "~/ui/amounts";
import type { UnitPrice } from "../list-unit-prices.server";

/** What the unit was offered at, newest first: from when to when, by which list, in all and per ㎡. */
export function UnitPrices({ prices, gross }: { prices: readonly UnitPrice[]; gross: number }) {
  const { t, moment } = useTexts();
  if (prices.length === 0) return <p className="text-ink-faint">{t("unit.noPriceHistory")}</p>;
  return (
    <ol className="flex flex-col gap-2.5">
      {prices.map(({ listId, name, versionNo, from, until, list }) => (
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
            <span className="block text-xs text-ink-faint">
              <UnitPriceText centifen={(BigInt(list) * 10_000n) / BigInt(gross)} />
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
