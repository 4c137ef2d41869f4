import type { PriceField } from "./price-file-fields";
import { headingKey, REQUIRED_FIELDS } from "./price-file-fields";
import type { Sheet, SheetRow } from "./price-file-sheet";
import type { ImportedStatus } from "./price-file-words";

/** One heading per column, or a label beside (or inside, or glued to the cell before) every value. */
export type PriceFileShape = "TABLE" | "PAIRS";

/**
 * Where a field's text stands. `name` is the heading or label that people see. In a row of pairs, `before` is the
 * label that ends the cell on the left, `prefix` and `suffix` are labels glued to the value itself.
 */
export type Source = {
  field: PriceField;
  column: number;
  name: string;
  before: string;
  prefix: string;
  suffix: string;
};

/** Rule that puts a building's text right: what the file says → what the project calls it. */
export type BuildingRule = { text: string; building: string; entrance: string };

/** How to read one kind of file. Plain data: a project remembers it and uses it for the next file. */
export type PriceFileProfile = {
  shape: PriceFileShape;
  sheet: string | null;
  width: number;
  sources: readonly Source[];
  statusWords: Readonly<Record<string, ImportedStatus>>;
  buildingRules: readonly BuildingRule[];
};

export function tableSource(field: PriceField, column: number, name: string): Source {
  return { field, column, name, before: "", prefix: "", suffix: "" };
}

export function sourceOf(profile: PriceFileProfile, field: PriceField): Source | null {
  return profile.sources.find((source) => source.field === field) ?? null;
}

/** The profile moved to where this header has its columns; null when a column it needs is not there. */
export function movedTo(profile: PriceFileProfile, header: readonly string[]): PriceFileProfile | null {
  const at = new Map(header.map((heading, column) => [headingKey(heading), column] as const));
  const sources = profile.sources.flatMap((source) => {
    const column = at.get(headingKey(source.name));
    return column === undefined ? [] : [{ ...source, column }];
  });
  return sources.length === profile.sources.length ? { ...profile, sources, width: header.length } : null;
}

/** The value of a source in one row, labels cut off; null when a label is not where the profile has it. */
export function valueAt(cells: readonly string[], source: Source): string | null {
  const cell = cells[source.column] ?? "";
  if (source.before && !(cells[source.column - 1] ?? "").endsWith(source.before)) return null;
  if (!cell.startsWith(source.prefix) || !cell.endsWith(source.suffix)) return null;
  return cell.slice(source.prefix.length, cell.length - source.suffix.length).trim();
}

/** How a sheet is to be read, and how sure that is: 100 when every heading has a meaning and nothing is missing. */
export type Detection = {
  sheet: Sheet;
  profile: PriceFileProfile;
  confidence: number;
  header: SheetRow | null;
  missing: readonly PriceField[];
};

/** The fields without which no row is a unit, as far as no column gives them. */
export function missingIn(sources: readonly Source[]): PriceField[] {
  return REQUIRED_FIELDS.filter((field) => !sources.some((source) => source.field === field));
}
