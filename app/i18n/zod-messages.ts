import { z } from "zod";

const WANTED: Readonly<Record<string, string>> = { number: "form.number", int: "form.whole", date: "form.date" };

/**
 * Zod says what is wrong by the name of a text ("form.too_long?max=80"), so that a schema written for the browser and
 * the server needs no words. A schema's own message wins.
 */
export function messageFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined || issue.input === null
        ? "form.required"
        : (WANTED[issue.expected] ?? "form.invalid");
    case "too_small":
      if (issue.origin !== "string") return amount("form.at_least", "min", issue.minimum, issue.origin);
      return Number(issue.minimum) <= 1 ? "form.required" : `form.too_short?min=${issue.minimum}`;
    case "too_big":
      if (issue.origin === "string") return `form.too_long?max=${issue.maximum}`;
      return amount("form.at_most", "max", issue.maximum, issue.origin);
    case "invalid_value":
      return "form.choose";
    default:
      return "form.invalid";
  }
}

function amount(key: string, name: string, limit: unknown, origin: string): string {
  if (origin === "array" || origin === "set") return "form.choose";
  return origin === "number" || origin === "int" || origin === "bigint" ? `${key}?${name}=${limit}` : "form.invalid";
}

z.config({ customError: messageFor });
