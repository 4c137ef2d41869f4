import { quotient } from "~/domain/rounding";
import type { ComparedLine } from "~/features/pricing/get-price-list.server";
import { useTexts } from "~/i18n/use-texts";
import { ScrollRegion } from "~/ui/scroll-region";

const LEVELS = 5;
// Mixed towards the accent; the figure stands in every cell, so that colour only helps.
const SHADES = ["0%", "12%", "24%", "36%", "48%"] as const;

/** One building, floor by floor, each home with its price per ㎡ and a shade that grows with it. */
export function PriceHeat({ lines }: { lines: readonly ComparedLine[] }) {
  const { t, unitPrice } = useTexts();
  const prices = lines.flatMap(({ perSquareMetre }) => (perSquareMetre === null ? [] : [perSquareMetre]));
  if (prices.length === 0) return null;
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const levelOf = (price: number) =>
    high === low ? 0 : Math.min(LEVELS - 1, Math.floor(((price - low) / (high - low)) * LEVELS));
  const floors = [...new Set(lines.map(({ floorNo }) => floorNo))].sort((a, b) => b - a);
  return (
    <ScrollRegion label={t("management.heat")}>
      <table className="border-separate border-spacing-1 text-xs max-sm:w-full">
        <caption className="pb-1 text-left text-sm text-ink-soft">
          {t("management.heatText", { from: unitPrice(low), to: unitPrice(high) })}
        </caption>
        <tbody>
          {floors.map((floor) => (
            <tr key={floor}>
              <th scope="row" className="pr-2 text-right font-normal text-ink-faint">
                {lines.find(({ floorNo }) => floorNo === floor)?.floorLabel}
              </th>
              {lines
                .filter(({ floorNo }) => floorNo === floor)
                .map((line) => (
                  <HeatCell key={line.unitId} line={line} level={levelOf(line.perSquareMetre ?? low)} />
                ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function HeatCell({ line: { label, perSquareMetre }, level }: { line: ComparedLine; level: number }) {
  const { t, unitPrice, count } = useTexts();
  const price = perSquareMetre ?? 0;
  return (
    <td
      title={t("management.heatLevel", { unit: label, price: unitPrice(price), level: level + 1, levels: LEVELS })}
      style={{ background: `color-mix(in srgb, var(--accent) ${SHADES[level]}, var(--surface))` }}
      className="min-w-14 rounded-sm border border-line px-1.5 py-1 text-center sm:min-w-36"
    >
      <span className="flex flex-col sm:flex-row sm:justify-between sm:gap-2">
        <span className="truncate max-sm:sr-only">{label}</span>
        <span className="figures">{count(Number(quotient(BigInt(price), 10_000n, "HALF_UP")))}</span>
      </span>
    </td>
  );
}
