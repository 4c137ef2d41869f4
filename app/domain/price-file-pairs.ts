import { fieldOfHeading, PAIR_LABELS, type PriceField } from "./price-file-fields";
import { type Detection, missingIn, type Source } from "./price-file-profile";
import { isBlankRow, type Sheet } from "./price-file-sheet";

const SAMPLE = 200;
/** A label counts when it stands in its place in four rows of five: one damaged row must not hide the shape. */
const MOST = 0.8;

type Labels = { whole: string; prefix: string; suffix: string };

/** Rows that carry their own labels (`楼层,43,房号,4301`), as some filing sites print them; null for any other sheet. */
export function detectPairs(sheet: Sheet): Detection | null {
  const rows = sheet.rows.filter((row) => !isBlankRow(row)).slice(0, SAMPLE);
  const width = rows[0]?.cells.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => labelsIn(rows.map((row) => row.cells[column] ?? "")));
  const sources = withSurveyed(columns.flatMap((_, column) => sourceAt(columns, column)));
  const missing = missingIn(sources);
  if (missing.length > 0 || sources.length < 4) return null;
  const profile = {
    shape: "PAIRS",
    sheet: sheet.name,
    width,
    sources,
    statusWords: {},
    buildingRules: [],
  } as const;
  return { sheet, profile, confidence: 100, header: null, missing };
}

function labelsIn(cells: readonly string[]): Labels {
  const most = cells.length * MOST;
  const common = (holds: (cell: string, label: string) => boolean) =>
    PAIR_LABELS.find((label) => cells.filter((cell) => holds(cell, label)).length >= most) ?? "";
  const whole = common((cell, label) => cell === label);
  if (whole) return { whole, prefix: "", suffix: "" };
  return {
    whole,
    prefix: common((cell, label) => cell.startsWith(label)),
    suffix: common((cell, label) => cell.endsWith(label)),
  };
}

function sourceAt(columns: readonly Labels[], column: number): Source[] {
  const { whole, prefix, suffix } = columns[column] ?? { whole: "", prefix: "", suffix: "" };
  const left = columns[column - 1];
  const before = left ? left.whole || left.suffix : "";
  const name = prefix || before;
  const field = name ? fieldOfHeading(name) : null;
  if (whole || !field) return [];
  return [{ field, column, name, before: prefix ? "" : before, prefix, suffix }];
}

/** Areas are printed twice: first as forecast, then as surveyed. Of anything else the first counts. */
function withSurveyed(sources: readonly Source[]): Source[] {
  const seen = new Set<PriceField>();
  return sources.flatMap((source) => {
    const field = seen.has(source.field) ? surveyedOf(source.field) : source.field;
    if (!field || seen.has(field)) return [];
    seen.add(field);
    return [{ ...source, field }];
  });
}

function surveyedOf(field: PriceField): PriceField | null {
  if (field === "grossArea") return "surveyedGrossArea";
  return field === "internalArea" ? "surveyedInternalArea" : null;
}
