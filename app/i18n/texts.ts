import type { Refusal } from "~/domain/refusal";
import type { Area, KeyIn, TextKey } from "./catalogue";
import * as figures from "./figures";
import { type Formatter, fill, type TextParams } from "./fill";
import { type Locale, TIME_ZONE } from "./locale";

/** Words and formats of one language. Amounts are fen, areas centiares, rates ppm, unit prices 1/100 fen per ㎡. */
export type Texts = {
  locale: Locale;
  /** The text of that name with its params put in. */
  t: (key: TextKey, params?: TextParams) => string;
  /** The label of an enum value: `enumLabel("saleState", unit.state)`. */
  enumLabel: <A extends Area>(area: A, value: KeyIn<A>) => string;
  /** Why the office says no, with its figures. */
  refusal: (refusal: Refusal) => string;
  /** The text for a form error: the name of a text, with params after `?` as in an address ("form.too_long?max=80"). */
  formError: (errors: readonly string[] | undefined) => string | undefined;
  money: (fen: number | bigint) => string;
  /** At a glance: 万/亿 in Chinese, k/m in English. */
  wan: (fen: number | bigint) => string;
  area: (centiares: number | bigint) => string;
  unitPrice: (centifen: number | bigint) => string;
  percent: (ppm: number | bigint) => string;
  /** A plain count with separators. */
  count: (value: number | bigint) => string;
  /** A business day ("2026-03-02") as "2026-03-02" in Chinese and "2 Mar 2026" in English. */
  day: (iso: string) => string;
  /** The weekday of a business day: "周一", "Mon". */
  weekday: (iso: string) => string;
  /** An instant in the office's zone, to the minute. */
  moment: (at: Date | string) => string;
  /** An instant in the office's zone, to the second. */
  momentToTheSecond: (at: Date | string) => string;
  /** The clock time of an instant, "14:05". */
  time: (at: Date | string) => string;
};

/** The words of an area in one language, by key. */
export type Words = Readonly<Record<string, string>>;
/** Where the words are: the whole catalogue, or what has come to a browser so far. */
export type WordsOf = (area: Area) => Words | undefined;

export function makeTexts(locale: Locale, wordsOf: WordsOf): Texts {
  const clock = clocks(locale);
  const format = formatter(clock);
  const t: Texts["t"] = (key, params) => fill(lookUp(wordsOf, key) ?? key, params, format);
  return {
    locale,
    t,
    enumLabel: (area, value) => wordsOf(area)?.[value] ?? value,
    refusal: ({ code, params }) => fill(wordsOf("refusals")?.[code] ?? code, params, format),
    formError: (errors) => errors?.[0] && formError(wordsOf, errors[0]),
    money: figures.money,
    wan: (fen) => figures.wan(fen, locale),
    area: figures.area,
    unitPrice: figures.unitPrice,
    percent: figures.percent,
    count: (value) => figures.decimal(value, 0),
    ...clock,
  };
}

function lookUp(wordsOf: WordsOf, key: string): string | undefined {
  const dot = key.indexOf(".");
  return wordsOf(key.slice(0, dot) as Area)?.[key.slice(dot + 1)];
}

function formError(wordsOf: WordsOf, message: string): string {
  const [key = "", query] = message.split("?");
  const text = lookUp(wordsOf, key) ?? lookUp(wordsOf, "form.invalid") ?? "";
  return fill(text, Object.fromEntries(new URLSearchParams(query)));
}

/**
 * `{x:money}` fen, `{x:percent}` ppm, `{x:area}` centiares, `{x:day}` an ISO day, `{x:inside}` a label within a sentence;
 * a Date is written to the minute.
 */
function formatter({ day, moment }: ReturnType<typeof clocks>): Formatter {
  return (value, format) => {
    if (value instanceof Date) return moment(value);
    if (format === "day") return day(String(value));
    if (format === "inside") return String(value).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
    if (typeof value !== "number") return value;
    if (format === "money") return figures.money(value);
    if (format === "percent") return figures.percent(value);
    return format === "area" ? figures.area(value) : String(value);
  };
}

function clocks(locale: Locale) {
  // sv-SE writes ISO days, which is how a Chinese ledger writes them; English readers get the month's name.
  const language = locale === "en" ? "en-GB" : "sv-SE";
  const dayStyle = locale === "en" ? ({ dateStyle: "medium" } as const) : ({ dateStyle: "short" } as const);
  const dayFormat = new Intl.DateTimeFormat(language, { timeZone: "UTC", ...dayStyle });
  const at = (timeStyle: "short" | "medium") =>
    new Intl.DateTimeFormat(language, { timeZone: TIME_ZONE, ...dayStyle, timeStyle });
  const weekdayFormat = new Intl.DateTimeFormat(locale, { timeZone: "UTC", weekday: "short" });
  const [toMinute, toSecond] = [at("short"), at("medium")];
  const clock = new Intl.DateTimeFormat(language, { timeZone: TIME_ZONE, timeStyle: "short" });
  return {
    day: (iso: string) => dayFormat.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    weekday: (iso: string) => weekdayFormat.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    moment: (value: Date | string) => toMinute.format(new Date(value)),
    momentToTheSecond: (value: Date | string) => toSecond.format(new Date(value)),
    time: (value: Date | string) => clock.format(new Date(value)),
  };
}
