/** Why a file cannot be read as a sheet at all. */
export type SheetProblemCode =
  | "file_empty"
  | "file_too_large"
  | "file_too_many_rows"
  | "file_too_many_columns"
  | "file_kind_unknown"
  | "file_not_what_it_says"
  | "file_unpacks_too_large"
  | "file_broken"
  | "file_locked"
  | "file_encoding_unknown"
  | "file_quote_unclosed"
  | "file_quote_misplaced";

/** Why a readable sheet is refused as a whole: nothing in it can be trusted to stand in its column. */
export type PriceFileProblemCode =
  | "file_shape_unknown"
  | "profile_does_not_fit"
  | "column_missing"
  | "row_width_differs"
  | "row_shifted"
  | "label_out_of_place"
  | "no_rows";

/** Why one row is refused. */
export type RowProblemCode =
  | "number_missing"
  | "area_missing"
  | "not_a_number"
  | "negative_number"
  | "zero_number"
  | "too_many_decimals"
  | "number_too_large"
  | "status_unknown"
  | "use_unknown"
  | "label_unreadable"
  | "duplicate_unit"
  | "unit_in_deal"
  | "filed_below_list";

/** What a row is imported with all the same, and somebody should look at. */
export type RowWarningCode =
  | "total_differs"
  | "price_missing"
  | "internal_area_missing"
  | "internal_above_gross"
  | "contract_on_unsold_unit"
  | "status_differs"
  | "summary_row_skipped";

export type Problem<Code extends string> = {
  /** Row and column as the file's reader sees them: row from 1, column by its heading or label. */
  row: number | null;
  column: string | null;
  code: Code;
  params?: Readonly<Record<string, string | number>>;
};

export type SheetProblem = Problem<SheetProblemCode>;
export type PriceFileProblem = Problem<PriceFileProblemCode>;
export type RowProblem = Problem<RowProblemCode>;
export type RowWarning = Problem<RowWarningCode>;
export type ImportProblemCode = SheetProblemCode | PriceFileProblemCode | RowProblemCode | RowWarningCode;
