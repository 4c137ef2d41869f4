import type { z } from "zod";
import type { RefusalCode } from "~/domain/refusal";

type Issue = z.core.$ZodIssue;

/** A fault of the request's shape, and where: a JSON pointer into the body, or a parameter of the query. */
export type Fault = { code: RefusalCode; at: { pointer: string } | { parameter: string }; params?: { max: number } };

/** A request that does not have the shape of its operation. */
export class Misshapen extends Error {
  constructor(
    readonly part: "body" | "query",
    readonly given: unknown,
    readonly issues: readonly Issue[],
  ) {
    super(`misshapen ${part}`);
    this.name = "Misshapen";
  }

  get faults(): Fault[] {
    return this.issues.flatMap((issue) => {
      const unknown = issue.code === "unrecognized_keys" ? issue.keys : [];
      const paths = unknown.length > 0 ? unknown.map((key) => [...issue.path, key]) : [issue.path];
      return paths.map((path) => ({ code: codeOf(issue, this.given), at: this.#place(path), ...limitOf(issue) }));
    });
  }

  #place(path: readonly PropertyKey[]): Fault["at"] {
    if (this.part === "query") return { parameter: path.map(String).join(".") };
    return { pointer: `#${path.map((step) => `/${escaped(String(step))}`).join("")}` };
  }
}

function codeOf(issue: Issue, given: unknown): RefusalCode {
  if (issue.code === "too_big") return issue.origin === "string" ? "value_too_long" : "value_out_of_range";
  if (issue.code === "too_small") return issue.origin === "string" ? "value_missing" : "value_out_of_range";
  return isMissing(issue, given) ? "value_missing" : "value_invalid";
}

function limitOf(issue: Issue): { params?: { max: number } } {
  return issue.code === "too_big" && issue.origin === "string" ? { params: { max: Number(issue.maximum) } } : {};
}

function isMissing({ path }: Issue, given: unknown): boolean {
  let value = given;
  for (const step of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
  }
  return value === undefined;
}

function escaped(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}
