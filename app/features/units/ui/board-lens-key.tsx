import { useEffect, useMemo } from "react";
import { useTexts } from "~/i18n/use-texts";
import type { BoardModel } from "../board-model";
import type { Lens, TintOf } from "../board-scene";
import { lensTints, priceTints, type Tinted } from "../board-tint";
import { useLensValues } from "./use-lens-values";

export type BoardLensKeyProps = {
  model: BoardModel;
  tick: number;
  lens: Exclude<Lens, "state">;
  projectCode: string;
  /** Takes the colours of the units, and null when the lens goes. */
  onTint: (tint: TintOf | null) => void;
};

/** Colours the board through a lens, and says what its colours mean. */
export function BoardLensKey({ model, tick, lens, projectCode, onTint }: BoardLensKeyProps) {
  const texts = useTexts();
  const { t } = texts;
  const address = lens === "price" ? null : `/onsite/${projectCode}/board/lens/${lens}`;
  const { values, failed } = useLensValues(address, model.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model is one object for ever; `tick` says when it changed.
  const tinted = useMemo(() => {
    if (lens === "price") return priceTints(model, texts);
    return values && lensTints(lens, model, values, texts);
  }, [lens, model, values, texts, tick]);
  useEffect(() => {
    onTint(tinted?.of ?? (() => null));
    return () => onTint(null);
  }, [tinted, onTint]);
  return (
    <section aria-label={t(`boardViews.${lens}Title`)} className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
      <p className="text-ink-soft">{t(`boardViews.${lens}Title`)}</p>
      {failed && <p role="alert">{t("boardViews.lensFailed")}</p>}
      {tinted && <Steps tinted={tinted} />}
    </section>
  );
}

function Steps({ tinted: { key, without } }: { tinted: Tinted }) {
  const { t, count } = useTexts();
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {key.map(({ fill, ink, mark, words, units }) => (
        <li key={mark} className="figures flex items-center gap-1.5">
          <span
            aria-hidden
            className="grid h-4.5 min-w-4.5 place-items-center rounded-sm border border-line px-0.5 text-2xs font-semibold"
            style={{ background: fill, color: ink }}
          >
            {mark}
          </span>
          {words}
          <span className="text-ink-faint">{t("boardViews.units", { count: count(units) })}</span>
        </li>
      ))}
      {without > 0 && (
        <li className="figures flex items-center gap-1.5">
          <span aria-hidden className="size-4.5 rounded-sm border border-line bg-sunken" />
          {t("boardViews.without")}
          <span className="text-ink-faint">{t("boardViews.units", { count: count(without) })}</span>
        </li>
      )}
    </ul>
  );
}
