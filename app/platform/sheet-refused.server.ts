import type { SheetProblem, SheetProblemCode } from "~/domain/price-file-problem";

/** Carries the reason out of a reader, with the place in the file where there is one. */
export class SheetRefused extends Error {
  readonly problem: SheetProblem;

  constructor(
    code: SheetProblemCode,
    params?: SheetProblem["params"],
    row: number | null = null,
    column: string | null = null,
  ) {
    super(code);
    this.name = "SheetRefused";
    this.problem = params ? { row, column, code, params } : { row, column, code };
  }
}
