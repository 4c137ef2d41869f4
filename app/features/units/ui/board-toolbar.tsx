import { Building2 } from "lucide-react";
import { useTexts } from "~/i18n/use-texts";
import { Button } from "~/ui/button";
import { INPUT } from "~/ui/field-frame";
import type { Detail, Lens } from "../board-scene";

type Choice<Value extends string> = { value: Value; label: string };

type SegmentsProps<Value extends string> = {
  label: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
};

/** A few choices side by side, one of them taken. */
function Segments<Value extends string>({ label, value, choices, onChange }: SegmentsProps<Value>) {
  return (
    <fieldset className="flex overflow-hidden max-sm:grow rounded-md border border-line-strong bg-surface">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
          className="min-h-9 grow border-r border-line px-2.5 text-sm last:border-r-0 hover:bg-sunken aria-pressed:bg-accent aria-pressed:text-accent-ink"
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}

export type BoardToolbarProps = {
  detail: Detail;
  lens: Lens;
  /** The lenses that the reader may look through. */
  lenses: readonly Lens[];
  table: boolean;
  filtersOpen: boolean;
  /** Whether units are being chosen to be compared. */
  picking: boolean;
  building: string;
  buildings: readonly string[];
  onChange: (values: Readonly<Record<string, string | null>>) => void;
  onFilters: () => void;
  onPicking: () => void;
};

/** How the board is looked at: which building, how large, coloured by what, as a picture or a table. */
export function BoardToolbar({
  detail,
  lens,
  lenses,
  table,
  filtersOpen,
  picking,
  building,
  buildings,
  onChange,
  onFilters,
  onPicking,
}: BoardToolbarProps) {
  const { t } = useTexts();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label className="relative max-sm:grow">
        <span className="sr-only">{t("board.building")}</span>
        <Building2 size={16} aria-hidden className="absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-faint" />
        <select
          value={building}
          onChange={(event) => onChange({ building: event.target.value })}
          className={`${INPUT} pl-8`}
        >
          <option value="">{t("board.buildingAll")}</option>
          {buildings.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <Button aria-expanded={filtersOpen} onClick={onFilters}>
        {t("board.filters")}
      </Button>
      <Button onClick={() => onChange({ view: table ? null : "table" })}>
        {t(table ? "board.asPicture" : "board.asTable")}
      </Button>
      {!table && (
        <>
          <Segments
            label={t("board.detail")}
            value={detail}
            onChange={(value) => onChange({ size: value })}
            choices={[
              { value: "small", label: t("board.detailSmall") },
              { value: "medium", label: t("board.detailMedium") },
              { value: "large", label: t("board.detailLarge") },
            ]}
          />
          <Button aria-pressed={picking} onClick={onPicking}>
            {t("board.compare")}
          </Button>
          <label className="flex items-center gap-1.5 max-sm:grow">
            <span className="shrink-0 text-ink-soft">{t("board.lens")}</span>
            <select
              value={lens}
              onChange={({ target: { value } }) => onChange({ lens: value === "state" ? null : value })}
              className={INPUT}
            >
              {lenses.map((one) => (
                <option key={one} value={one}>
                  {t(`board.${one}Lens`)}
                </option>
              ))}
            </select>
          </label>
        </>
      )}
    </div>
  );
}
