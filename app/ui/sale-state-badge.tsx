import type { SaleState } from "~/domain/unit-state";
import { useTexts } from "~/i18n/use-texts";

/** The classes that give an element the colour and pattern of a sale state. */
export function saleStateClass(state: SaleState): string {
  return `state-fill state-${state.toLowerCase()}`;
}

/** A unit's sale state by colour, pattern and word; `short` shows the one sign of the board. */
export function SaleStateBadge({ state, short = false }: { state: SaleState; short?: boolean }) {
  const { enumLabel } = useTexts();
  const word = enumLabel("saleState", state);
  const sign = enumLabel("saleStateSign", state);
  const box = `${saleStateClass(state)} inline-grid h-5 min-w-5 place-items-center rounded-sm px-1 text-xs font-semibold`;
  if (short)
    return (
      <span className={box} title={word}>
        <span aria-hidden>{sign}</span>
        <span className="sr-only">{word}</span>
      </span>
    );
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className={box}>
        {sign}
      </span>
      {word}
    </span>
  );
}
