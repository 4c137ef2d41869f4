import type { ImportPlan } from "~/domain/price-file-diff";
import type { ImportResult } from "./import-result";
import type { PriceList } from "./read-price-list.server";

/** May this file be written: not a damaged one, and one with refused rows only when the others were accepted alone. */
export function canApply(list: PriceList, plan: ImportPlan, acceptGoodRows: boolean): boolean {
  if (list.fileProblems.length > 0) return false;
  return acceptGoodRows || list.refused.length + plan.refused.length === 0;
}

/** What an import did, or would do; `counted` says whether the plan's units are counted as brought in. */
export function outcomeOf(
  fileName: string,
  list: PriceList,
  plan: ImportPlan,
  { applied, counted }: { applied: boolean; counted: boolean },
): ImportResult {
  const { units, grossCentiares, filedFen, byStatus, byWord } = list.totals;
  const states = Object.entries(byStatus).filter(([, sums]) => sums.units > 0);
  return {
    applied,
    fileName,
    encoding: list.encoding,
    shape: list.profile?.shape ?? null,
    rows: list.rows,
    imported: counted ? plan.added.length : 0,
    updated: counted ? plan.changed.length : 0,
    unchanged: plan.unchanged,
    absent: plan.absent,
    refused: [...list.fileProblems, ...list.refused, ...plan.refused],
    warnings: [...list.warnings, ...plan.warnings],
    changes: plan.changed.map(({ label, row, changes }) => ({ label, row, changes })),
    totals: {
      ...{ units, grossCentiares, filedFen, byWord },
      byStatus: Object.fromEntries(
        states.map(([state, sums]) => [state === "FOR_SALE" ? "UNRELEASED" : state, sums.units]),
      ),
    },
  };
}
