import { PRICE_FIELDS } from "~/domain/price-file-fields";
import { type BuildingRule, type PriceFileProfile, type Source, tableSource } from "~/domain/price-file-profile";
import { columnLetter } from "~/domain/price-file-sheet";
import { IMPORTED_STATUSES } from "~/domain/price-file-words";
import { importProfile } from "./import-profile";

// The fields of the mapping form: `column.3` = a price field, `word.内部保留` = a status, and for each building found
// in the file `place.0.text`, `place.0.building`, `place.0.entrance`. `base` is the mapping as it was shown.

/** The mapping that the form describes; null when it carries none. */
export function mappingOf(form: FormData, header: readonly string[]): PriceFileProfile | null {
  const base = baseOf(form);
  if (!base) return null;
  return {
    ...base,
    sources: base.shape === "TABLE" ? tableSources(form, header) : pairSources(form, base.sources),
    statusWords: { ...base.statusWords, ...statusWords(form) },
    buildingRules: buildingRules(form, base.buildingRules),
  };
}

function baseOf(form: FormData): PriceFileProfile | null {
  try {
    return importProfile.safeParse(JSON.parse(String(form.get("base") ?? "null"))).data ?? null;
  } catch {
    return null;
  }
}

function tableSources(form: FormData, header: readonly string[]): Source[] {
  return header.flatMap((heading, column) => {
    const field = fieldAt(form, column);
    return field ? [tableSource(field, column, heading || columnLetter(column))] : [];
  });
}

function pairSources(form: FormData, sources: readonly Source[]): Source[] {
  return sources.flatMap((source) => {
    const field = fieldAt(form, source.column);
    return field ? [{ ...source, field }] : [];
  });
}

function fieldAt(form: FormData, column: number) {
  const chosen = form.get(`column.${column}`);
  return PRICE_FIELDS.find((field) => field === chosen) ?? null;
}

function statusWords(form: FormData): PriceFileProfile["statusWords"] {
  const words = [...form].flatMap(([name, value]) => {
    const status = name.startsWith("word.") ? IMPORTED_STATUSES.find((one) => one === value) : undefined;
    return status ? [[name.slice("word.".length), status] as const] : [];
  });
  return Object.fromEntries(words);
}

/** A rule for each building whose name was put right; what was not touched needs none. */
function buildingRules(form: FormData, known: readonly BuildingRule[]): BuildingRule[] {
  const rules = new Map(known.map((rule) => [rule.text, rule] as const));
  const said = (name: string) => String(form.get(name) ?? "").trim();
  for (let at = 0; form.has(`place.${at}.text`); at++) {
    const rule = {
      text: said(`place.${at}.text`),
      building: said(`place.${at}.building`),
      entrance: said(`place.${at}.entrance`),
    };
    const untouched =
      rule.building === said(`place.${at}.foundBuilding`) && rule.entrance === said(`place.${at}.foundEntrance`);
    if (rule.building && !untouched) rules.set(rule.text, rule);
  }
  return [...rules.values()];
}
