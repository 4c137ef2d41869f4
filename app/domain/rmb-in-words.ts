import type { Day } from "./calendar";
import type { Fen } from "./money";

const DIGITS = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"] as const;
const PLACES = ["", "拾", "佰", "仟"] as const;
const MYRIADS = ["", "万", "亿", "万亿"] as const;

/**
 * An amount in formal Chinese capitals as on receipts and cheques (支付结算办法 附一): one 零 for any zeros inside,
 * also between 元 and 角 after a yuan that ends in zero; 整 where nothing follows 元 or 角.
 */
export function rmbInWords(amount: Fen): string {
  const size = Math.abs(amount);
  const yuan = Math.floor(size / 100);
  const jiao = Math.floor((size % 100) / 10);
  const cent = size % 10;
  const sign = amount < 0 ? "负" : "";
  const whole = yuan === 0 ? "" : `${numeral(yuan)}元`;
  return `人民币${sign}${whole}${fraction(yuan, jiao, cent)}`;
}

/** A day as cheques carry it: 零壹月 for 1, 2 and 10, 零 before days 1 to 10, 20 and 30 (支付结算办法 附一). */
export function dayInWords(on: Day): string {
  const year = [...on.slice(0, 4)].map((digit) => DIGITS[Number(digit)]).join("");
  return `${year}年${monthDayInWords(on)}`;
}

export function monthDayInWords(on: Day): string {
  const month = Number(on.slice(5, 7));
  const date = Number(on.slice(8, 10));
  const monthZero = month <= 2 || month === 10 ? "零" : "";
  const dateZero = date <= 10 || date === 20 || date === 30 ? "零" : "";
  return `${monthZero}${numeral(month)}月${dateZero}${numeral(date)}日`;
}

function fraction(yuan: number, jiao: number, cent: number): string {
  if (jiao === 0 && cent === 0) return yuan === 0 ? "零元整" : "整";
  const gap = yuan > 0 && (jiao === 0 || yuan % 10 === 0) ? "零" : "";
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : "";
  const hundredths = cent > 0 ? `${DIGITS[cent]}分` : "整";
  return gap + tenths + hundredths;
}

/** A whole number above zero in capitals, in groups of four digits. */
function numeral(value: number): string {
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10_000)) groups.push(rest % 10_000);
  let text = "";
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const group = groups[at] ?? 0;
    if (group === 0) continue;
    // Zeros in front of a group, or whole empty groups, are read as one 零.
    const skipped = text !== "" && (group < 1000 || groups[at + 1] === 0);
    text += (skipped ? "零" : "") + fourDigits(group) + MYRIADS[at];
  }
  return text;
}

function fourDigits(group: number): string {
  let text = "";
  let skipped = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10;
    if (digit === 0) {
      skipped = text !== "";
      continue;
    }
    text += `${skipped ? "零" : ""}${DIGITS[digit]}${PLACES[place]}`;
    skipped = false;
  }
  return text;
}
