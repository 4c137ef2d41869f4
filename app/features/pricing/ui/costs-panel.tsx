import { useTexts } from "~/i18n/use-texts";
import { MoneyText } from "~/ui/amounts";
import { Derivation } from "~/ui/derivation";
import { Panel } from "~/ui/panel";
import { costHow } from "../cost-words";
import type { Quote } from "../quote-unit.server";

/** Taxes and fees besides the price, each with how it comes about, and what the buyer pays of their own with them. */
export function CostsPanel({ quote: { costs } }: { quote: Pick<Quote, "costs"> }) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  if (!costs) return null;
  const { price, vat, net, lines, total, own, cash, homeOrder } = costs;
  return (
    <Panel title={t("costs.title")}>
      <div className="flex flex-col gap-3">
        <p className="figures text-sm text-ink-soft">{t("costs.net", { net, price, vat })}</p>
        <Derivation
          title={t("costs.title")}
          titleHidden
          lines={lines.map((line) => ({
            label: enumLabel("costLine", line.kind),
            note: costHow(line, texts),
            fen: line.amount,
          }))}
          total={{ label: t("costs.total"), fen: total }}
        />
        {own !== null && cash !== null && (
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 rounded-lg bg-sunken px-3 py-2">
            <p>
              {t("costs.cash")}
              <span className="block text-xs text-ink-faint">{t("costs.cashNote", { own, costs: total })}</span>
            </p>
            <strong className="text-lg">
              <MoneyText fen={cash} />
            </strong>
          </div>
        )}
        <p className="text-xs text-ink-faint">
          {t("costs.note")} {homeOrder && t("costs.noStampDuty")}
        </p>
      </div>
    </Panel>
  );
}
