import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { exportMark } from "~/i18n/export-mark";
import type { Texts } from "~/i18n/texts";
import type { Ctx } from "~/platform/context.server";
import { answerWorkbook, type SheetColumn } from "~/platform/workbook.server";
import type { DealFilters } from "./deal-filters";
import { type DealRow, listDeals } from "./list-deals.server";

const BATCH = 2_000;

/** The deals that match, as a workbook; for those who may read them and take lists out of the house. */
export async function exportDeals(ctx: Ctx, filters: DealFilters, texts: Texts): Promise<Response> {
  demand(may(ctx.permissions, "report:export"));
  const { stages } = await listDeals(ctx, filters, null, 1);
  const matching = stages.filter(({ stage }) => !filters.stage || stage === filters.stage);
  const title = texts.t("places.deals");
  return answerWorkbook(ctx, {
    list: "deals",
    title,
    mark: exportMark(texts, ctx, title),
    columns: columnsOf(texts),
    count: matching.reduce((sum, { count }) => sum + count, 0),
    page: (after) => listDeals(ctx, filters, after, BATCH),
  });
}

function columnsOf({ t, enumLabel, moment }: Texts): SheetColumn<DealRow>[] {
  return [
    { title: t("common.unit"), text: ({ units }) => units },
    { title: t("deals.customer"), text: ({ customer }) => customer },
    { title: t("deals.stage"), text: ({ stage }) => enumLabel("dealStage", stage) },
    { title: t("deals.step"), text: ({ step }) => enumLabel("dealStep", step) },
    { title: t("deals.holdUntil"), text: ({ holdUntil }) => holdUntil && moment(holdUntil) },
    { title: t("deals.task_signBy"), day: ({ signBy }) => signBy },
    { title: t("deals.price"), money: ({ dealFen }) => dealFen },
    { title: t("deals.received"), money: ({ paidFen }) => paidFen },
    { title: t("deals.task_overdue"), money: ({ lateFen }) => lateFen },
    { title: t("deals.consultant"), text: ({ consultant }) => consultant },
    { title: t("deals.number"), text: ({ number }) => number },
    { title: t("deals.openedAt"), text: ({ enteredAt }) => moment(enteredAt) },
  ];
}
