import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { INPUT } from "~/ui/field-frame";
import { FILTER_NAMES } from "../board-filter";
import type { BoardModel } from "../board-model";

type BoardFiltersProps = {
  model: BoardModel;
  query: URLSearchParams;
  matching: number;
  onChange: (values: Readonly<Record<string, string | null>>) => void;
};

const BOUNDS = [
  ["areaMin", "board.areaFrom"],
  ["areaMax", "board.areaTo"],
  ["priceMin", "board.priceFrom"],
  ["priceMax", "board.priceTo"],
  ["floorMin", "board.floorFrom"],
  ["floorMax", "board.floorTo"],
] as const;

/** Narrows the board; what does not fit fades and stays where it stands. */
export function BoardFilters({ model, query, matching, onChange }: BoardFiltersProps) {
  const { t, enumLabel, count } = useTexts();
  const layouts = namesIn(model, "layout");
  const orientations = namesIn(model, "orientation");
  const uses = [...new Set(model.units.map(({ use }) => use))];
  return (
    <div className="card flex flex-wrap items-end gap-3 p-3 max-sm:grid max-sm:grid-cols-2">
      {layouts.length > 0 && (
        <Pick
          label={t("board.layout")}
          value={query.get("layout")}
          onPick={(layout) => onChange({ layout })}
          options={layouts.map((name) => [name, name])}
        />
      )}
      {orientations.length > 1 && (
        <Pick
          label={t("board.orientation")}
          value={query.get("orientation")}
          onPick={(orientation) => onChange({ orientation })}
          options={orientations.map((name) => [name, name])}
        />
      )}
      {uses.length > 1 && (
        <Pick
          label={t("board.use")}
          value={query.get("use")}
          onPick={(use) => onChange({ use })}
          options={uses.map((use) => [use, enumLabel("unitUse", use)])}
        />
      )}
      {BOUNDS.map(([name, text]) => (
        <label key={name} className="flex w-28 flex-col gap-0.5 max-sm:w-auto">
          <span className="text-xs text-ink-faint">{t(text)}</span>
          <input
            inputMode="decimal"
            className={INPUT}
            value={query.get(name) ?? ""}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </label>
      ))}
      <p role="status" className="figures py-2 text-sm text-ink-soft sm:ml-auto">
        {t("board.matching", { count: count(matching) })}
      </p>
      <Button
        type="button"
        variant="quiet"
        onClick={() => onChange(Object.fromEntries(FILTER_NAMES.map((name) => [name, null])))}
      >
        {t("board.clearFilters")}
      </Button>
    </div>
  );
}

function namesIn({ units }: BoardModel, of: "layout" | "orientation"): string[] {
  return [...new Set(units.map((unit) => unit[of]))].filter(Boolean).sort();
}

type PickProps = {
  label: string;
  value: string | null;
  options: readonly (readonly [string, string])[];
  onPick: (value: string) => void;
};

function Pick({ label, value, options, onPick }: PickProps) {
  const { t } = useTexts();
  return (
    <label className="flex flex-col gap-0.5">
      <span className="text-xs text-ink-faint">{label}</span>
      <select className={INPUT} value={value ?? ""} onChange={(event) => onPick(event.target.value)}>
        <option value="">{t("common.all")}</option>
        {options.map(([one, word]) => (
          <option key={one} value={one}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
