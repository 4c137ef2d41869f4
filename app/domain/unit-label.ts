/** What a free-text unit name says. Empty where it says nothing. */
export type UnitName = { building: string; entrance: string; floorLabel: string; number: string };

const NUMERAL = "(?:\\d+|[一二三四五六七八九十百]+)";
const BUILDING = new RegExp(`^(.*?(?:${NUMERAL}|[A-Za-z])(?:号楼|号院|栋|幢|#楼|#|楼(?!层)))`);
const ENTRANCE = new RegExp(`^((?:${NUMERAL}|[A-Za-z])(?:座|单元|梯))`);
const FLOOR = new RegExp(`^((?:负|地下|-|B)?${NUMERAL}(?=层)|半地下|地下(?=层|室)|夹(?=层))(?:层|室)?`);
const FLOOR_AT_END = /^(.+?)(-?\d+)F$/;
const DASHES = /^([^-]+)-(?:([^-]+)-)?([^-]+)$/;
const PLAIN_NUMBER = /^[A-Za-z]?\d*?(\d{1,3})\d{2}[A-Za-z]?$/;
const LETTERED = /^([A-Z])(\d{3,5}[A-Za-z]?)$/;

/**
 * Reads the names that offices print: `29号楼B座2103b`, `1栋半地下14`, `一号楼A座A户型31F`, `负二层11`, `2-1-1803`,
 * `B3211`. Building and entrance come first, then the floor where it is named; else the digits before the last two of
 * the number are the floor.
 */
export function readUnitName(text: string): UnitName {
  const tidy = text.normalize("NFKC").replace(/\s+/g, "").replace(/室$/, "");
  const dashed = DASHES.exec(tidy);
  if (dashed && !/[栋幢楼座层]/.test(tidy)) {
    const [, building = "", entrance = "", number = ""] = dashed;
    return { building, entrance, number, floorLabel: floorInNumber(number) };
  }
  const [building, afterBuilding] = taken(tidy, BUILDING);
  const [entrance, afterEntrance] = taken(afterBuilding, ENTRANCE);
  const [floor, rest] = taken(afterEntrance, FLOOR);
  if (floor) return { building, entrance, floorLabel: plainFloor(floor), number: rest };
  const named = FLOOR_AT_END.exec(afterEntrance);
  if (named) return { building, entrance, floorLabel: named[2] ?? "", number: named[1] ?? "" };
  const lettered = building || entrance ? null : LETTERED.exec(afterEntrance);
  if (lettered) {
    const number = lettered[2] ?? "";
    return { building: `${lettered[1]}座`, entrance, floorLabel: floorInNumber(number), number };
  }
  return { building, entrance, floorLabel: floorInNumber(afterEntrance), number: afterEntrance };
}

/** The floor's place in the order of the building: -2 for 负二层, 0 for 半地下 and for what is no floor. */
export function floorNumber(label: string): number {
  const tidy = label.normalize("NFKC").replace(/层$/, "");
  const below = /^(?:负|地下|-|B)(.+)$/.exec(tidy);
  if (below && !/^半/.test(tidy)) return -wholeOf(below[1] ?? "");
  return wholeOf(tidy);
}

const DIGITS = "零一二三四五六七八九";

/** 1–999 in Arabic or Chinese figures; 0 for anything else. */
export function wholeOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  if (!/^[一二三四五六七八九十百]+$/.test(text)) return 0;
  let total = 0;
  let figure = 0;
  for (const sign of text) {
    if (sign === "百" || sign === "十") {
      total += (figure || 1) * (sign === "百" ? 100 : 10);
      figure = 0;
    } else figure = DIGITS.indexOf(sign);
  }
  return total + figure;
}

function taken(text: string, pattern: RegExp): [string, string] {
  const found = pattern.exec(text);
  return found ? [found[1] ?? "", text.slice(found[0].length)] : ["", text];
}

/** `负二` is printed 负二层; an ordinary floor by its figures alone. */
function plainFloor(floor: string): string {
  if (/^\d+$/.test(floor)) return floor;
  const whole = wholeOf(floor);
  if (whole > 0) return String(whole);
  return floor === "半地下" ? floor : `${floor}层`;
}

function floorInNumber(number: string): string {
  const found = PLAIN_NUMBER.exec(number)?.[1];
  return found ? String(Number(found)) : "";
}
