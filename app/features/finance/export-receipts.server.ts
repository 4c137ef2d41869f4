import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { exportMark } from "~/i18n/export-mark";
import { itemName } from "~/i18n/item-name";
import type { Texts } from "~/i18n/texts";
import type { Ctx } from "~/platform/context.server";
import { answerWorkbook, type SheetColumn } from "~/platform/workbook.server";
import { listReceipts, type ReceiptFilter, type ReceiptRow } from "./list-receipts.server";

const BATCH = 2_000;

/** The receipts that match, as a workbook; for those who may read them and take lists out of the house. */
export async function exportReceipts(ctx: Ctx, filter: ReceiptFilter, texts: Texts): Promise<Response> {
  demand(may(ctx.permissions, "report:export"));
  const { count } = await listReceipts(ctx, { ...filter, after: undefined }, 1);
  const title = texts.t("places.receipts");
  return answerWorkbook(ctx, {
    list: "receipts",
    title,
    mark: exportMark(texts, ctx, title),
    columns: columnsOf(texts),
    count,
    page: (after) => listReceipts(ctx, { ...filter, after: after ?? undefined }, BATCH),
  });
}

function columnsOf(texts: Texts): SheetColumn<ReceiptRow>[] {
  const { t, enumLabel, moment } = texts;
  return [
    { title: t("finance.number"), text: ({ number }) => number },
    { title: t("finance.receivedOn"), day: ({ receivedOn }) => receivedOn },
    { title: t("finance.home"), text: ({ units }) => units },
    { title: t("finance.customer"), text: ({ customer }) => customer },
    { title: t("finance.payer"), text: ({ payerName }) => payerName },
    { title: t("finance.item"), text: ({ item }) => itemName(texts, item) },
    { title: t("finance.method"), text: ({ method }) => enumLabel("paymentMethod", method) },
    { title: t("finance.account"), text: ({ account }) => account },
    { title: t("common.amount"), money: ({ amount }) => amount },
    { title: t("finance.state"), text: ({ status }) => enumLabel("receiptStatus", status) },
    { title: t("finance.recordedBy"), text: ({ recordedBy }) => recordedBy },
    { title: t("finance.recordedAt"), text: ({ recordedAt }) => moment(recordedAt) },
  ];
}
