import { PRICE_FIELDS } from "~/domain/price-file-fields";
import { columnLetter } from "~/domain/price-file-sheet";
import { IMPORTED_STATUSES } from "~/domain/price-file-words";
import { useTexts } from "~/i18n/use-texts";
import { INPUT } from "~/ui/field-frame";
import { Panel } from "~/ui/panel";
import type { FoundPlace, PriceList } from "../read-price-list.server";

type Shown = Pick<PriceList, "profile" | "header" | "sample" | "places">;

/** Each column of the file with examples, and what it means. */
export function ColumnsPanel({ list }: { list: Shown }) {
  const { t, enumLabel } = useTexts();
  const { profile } = list;
  if (!profile) return null;
  const columns =
    profile.shape === "TABLE"
      ? list.header.map((heading, column) => ({ column, name: heading || columnLetter(column) }))
      : profile.sources.map(({ column, name }) => ({ column, name }));
  const fieldAt = (column: number) => profile.sources.find((source) => source.column === column)?.field ?? "";
  return (
    <Panel title={t("imports.columns")} lead={t("imports.columnsLead")} flush>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t("imports.column")}</th>
            <th scope="col">{t("imports.sample")}</th>
            <th scope="col">{t("imports.meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, name }) => (
            <tr key={column}>
              <th scope="row" id={`column-${column}`}>
                {name}
              </th>
              <td data-title={t("imports.sample")} data-phone="bare" className="text-ink-soft sm:max-w-80 sm:truncate">
                {list.sample
                  .map((cells) => cells[column] ?? "")
                  .filter(Boolean)
                  .join(" / ")}
              </td>
              <td data-title={t("imports.meaning")} data-phone="bare">
                <select
                  name={`column.${column}`}
                  defaultValue={fieldAt(column)}
                  aria-labelledby={`column-${column}`}
                  className={INPUT}
                >
                  <option value="">{t("imports.ignored")}</option>
                  {PRICE_FIELDS.map((field) => (
                    <option key={field} value={field}>
                      {enumLabel("priceField", field)}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** Status words nobody has explained yet. */
export function WordsPanel({ words }: { words: readonly string[] }) {
  const { t, enumLabel } = useTexts();
  if (words.length === 0) return null;
  return (
    <Panel title={t("imports.words")} lead={t("imports.wordsLead")}>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {words.map((word) => (
          <label key={word} className="flex flex-col gap-1">
            <span className="font-medium">{word || "—"}</span>
            <select name={`word.${word}`} defaultValue="" className={INPUT}>
              <option value="">{t("common.choose")}</option>
              {IMPORTED_STATUSES.map((status) => (
                <option key={status} value={status}>
                  {enumLabel("importedStatus", status)}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </Panel>
  );
}

/** Buildings as they were read from free text, to be put right. */
export function PlacesPanel({ places }: { places: readonly FoundPlace[] }) {
  const { t, count } = useTexts();
  if (places.length === 0) return null;
  return (
    <Panel title={t("imports.buildings")} lead={t("imports.buildingsLead")} flush>
      <div className="max-h-96 overflow-auto">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t("imports.inFile")}</th>
              <th scope="col">{t("imports.building")}</th>
              <th scope="col">{t("imports.entrance")}</th>
              <th scope="col" data-numeric>
                {t("imports.count")}
              </th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ text, building, entrance, units }, at) => (
              <tr key={text}>
                <th scope="row">
                  {text}
                  <input type="hidden" name={`place.${at}.text`} value={text} />
                  <input type="hidden" name={`place.${at}.foundBuilding`} value={building} />
                  <input type="hidden" name={`place.${at}.foundEntrance`} value={entrance} />
                </th>
                <td data-title={t("imports.building")}>
                  <input
                    name={`place.${at}.building`}
                    defaultValue={building}
                    maxLength={60}
                    required
                    aria-label={`${text} ${t("imports.building")}`}
                    className={INPUT}
                  />
                </td>
                <td data-title={t("imports.entrance")}>
                  <input
                    name={`place.${at}.entrance`}
                    defaultValue={entrance}
                    maxLength={60}
                    aria-label={`${text} ${t("imports.entrance")}`}
                    className={INPUT}
                  />
                </td>
                <td data-title={t("imports.count")} data-numeric>
                  {count(units)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
