export type TextParam = string | number | Date;
export type TextParams = Readonly<Record<string, TextParam>>;

/** How a param is written out: the format after the colon in `{open:money}`, or "" where there is none. */
export type Formatter = (value: TextParam, format: string) => string;

const PLURAL = /\{(\w+)\|([^|{}]*)\|([^|{}]*)\}/g;
const PLACE = /\{(\w+)(?::(\w+))?\}/g;
const PART = /\[([^[\]]*)\]/g;

/**
 * Puts params into a text.
 * `{name}` the param; `{open:money}` the param in a format; `{count|unit|units}` the first word when it is 1, else the
 * second; `[since {since}]` a part that is left out where one of its params is not given.
 * Any other place without a param stays visible, so that a slip is noticed.
 */
export function fill(text: string, params: TextParams = {}, format: Formatter = (value) => String(value)): string {
  const known = (name: string) => params[name] !== undefined;
  const complete = (part: string) =>
    [...part.matchAll(PLACE), ...part.matchAll(PLURAL)].every(([, name = ""]) => known(name));
  return text
    .replace(PART, (_, part: string) => (complete(part) ? part : ""))
    .replace(PLURAL, (whole, name: string, one: string, many: string) =>
      known(name) ? (Number(params[name]) === 1 ? one : many) : whole,
    )
    .replace(PLACE, (whole, name: string, style: string | undefined) => {
      const value = params[name];
      return value === undefined ? whole : format(value, style ?? "");
    });
}
