import type { RowProblem } from "./price-file-problem";
import type { BuildingRule } from "./price-file-profile";
import type { FiledUnit } from "./price-file-row";
import { floorNumber, readUnitName, wholeOf } from "./unit-label";

/** A unit with its place in the project. `label` is the name people call it by. */
export type PlacedUnit = FiledUnit & {
  building: string;
  entrance: string;
  floorLabel: string;
  floorNo: number;
  label: string;
  /** The text that named the building, for the rules that put it right. */
  placeText: string;
};

/** Where a file names no building, its units stand together under this name until somebody gives a better one. */
export const NO_BUILDING = "未分楼栋";

/** Finds building, entrance and floor of every unit, from columns where there are any, else from the unit's name. */
export function placeUnits(
  units: readonly FiledUnit[],
  rules: readonly BuildingRule[],
): { units: PlacedUnit[]; refused: RowProblem[] } {
  const shorten = shortNames(units);
  const ruled = new Map(rules.map((rule) => [rule.text, rule] as const));
  const seen = new Map<string, PlacedUnit>();
  const refused: RowProblem[] = [];
  for (const unit of units) {
    const placed = placedBy(ruled, placeOf(unit, shorten));
    const key = [placed.building, placed.entrance, placed.floorLabel, placed.number].join("\u0000");
    const first = seen.get(key);
    if (first) {
      const params = { found: unit.number, firstRow: first.row };
      refused.push({ row: unit.row, column: null, code: "duplicate_unit", params });
    } else if (placed.number === "") {
      refused.push({ row: unit.row, column: null, code: "label_unreadable", params: { found: unit.number } });
    } else seen.set(key, placed);
  }
  return { units: [...seen.values()], refused };
}

/** 2栋 before 10栋, 一号楼 before 二号楼, then by text. */
export function compareBuildings(one: string, other: string): number {
  return firstNumber(one) - firstNumber(other) || one.localeCompare(other, "zh");
}

function placeOf(unit: FiledUnit, shorten: ReadonlyMap<string, string>): PlacedUnit {
  if (!unit.buildingText && !unit.floorText) {
    const name = readUnitName(unit.number);
    const entrance = doorOf(unit.entranceText) || name.entrance;
    const building = name.building || NO_BUILDING;
    const place = { building, entrance, number: name.number, ...floorOf(name.floorLabel, name.number) };
    return { ...unit, ...place, label: unit.number, placeText: building + entrance };
  }
  const building = shorten.get(unit.buildingText) || NO_BUILDING;
  const floor = floorOf(unit.floorText || readUnitName(unit.number).floorLabel, unit.number);
  const entrance = doorOf(unit.entranceText);
  const placeText = unit.buildingText + entrance;
  return {
    ...unit,
    building,
    entrance,
    ...floor,
    label: labelOf(building, entrance, floor.floorLabel, unit.number),
    placeText,
  };
}

function placedBy(rules: ReadonlyMap<string, BuildingRule>, unit: PlacedUnit): PlacedUnit {
  const rule = rules.get(unit.placeText);
  return rule ? { ...unit, building: rule.building, entrance: rule.entrance } : unit;
}

function floorOf(label: string, number: string): { floorLabel: string; floorNo: number } {
  const floorLabel = (label || number.replace(/\d.*$/, "")).replace(/^0+(?=\d)/, "");
  return { floorLabel, floorNo: /半地下/.test(floorLabel) ? 0 : floorNumber(floorLabel) };
}

function doorOf(text: string): string {
  return text.replace(/^[A-Z]$/, "$&座");
}

/** 3栋 + 1单元 + 31 + 01 → 3栋1单元3101; a longer number holds its floor already. */
function labelOf(building: string, entrance: string, floor: string, number: string): string {
  const withFloor = /^\d{1,2}$/.test(number) && /^\d+$/.test(floor) ? floor + number : number;
  return (building === NO_BUILDING ? "" : building) + entrance + withFloor;
}

/** 松风明月花园3栋 → 3栋, as long as no two buildings of the file would then share a name. */
function shortNames(units: readonly FiledUnit[]): Map<string, string> {
  const texts = [...new Set(units.map(({ buildingText }) => buildingText))];
  const short = texts.map(
    (text) => /(?:\d+|[一二三四五六七八九十]+|[A-Z])(?:栋|幢|号楼|#楼|#|座)$/.exec(text)?.[0] ?? text,
  );
  const distinct = new Set(short).size === texts.length;
  return new Map(texts.map((text, i) => [text, distinct ? (short[i] ?? text) : text] as const));
}

function firstNumber(text: string): number {
  const found = /\d+|[一二三四五六七八九十百]+/.exec(text)?.[0];
  return found ? wholeOf(found) : Number.MAX_SAFE_INTEGER;
}
