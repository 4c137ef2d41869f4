import type { Month } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { exportMark } from "~/i18n/export-mark";
import type { Texts } from "~/i18n/texts";
import type { Ctx } from "~/platform/context.server";
import { answerWorkbook, type SheetColumn } from "~/platform/workbook.server";
import { type EntryView, listEntries } from "./list-entries.server";

const BATCH = 2_000;
type Line = Omit<EntryView, "lines"> & EntryView["lines"][number];

/** The entries of a seller's month, a line of the book a row, as a workbook. */
export async function exportEntries(ctx: Ctx, sellerId: string, month: Month, texts: Texts): Promise<Response> {
  demand(may(ctx.permissions, "report:export"));
  const { count } = await listEntries(ctx, sellerId, month, null, 1);
  const title = `${texts.t("places.ledger")} ${month}`;
  return answerWorkbook(ctx, {
    list: "ledger",
    title,
    mark: exportMark(texts, ctx, title),
    columns: columnsOf(texts),
    count,
    page: async (after) => {
      const { rows, next } = await listEntries(ctx, sellerId, month, after, BATCH);
      return { next, rows: rows.flatMap(({ lines, ...entry }) => lines.map((line) => ({ ...entry, ...line }))) };
    },
  });
}

function columnsOf({ t, enumLabel }: Texts): SheetColumn<Line>[] {
  return [
    { title: "#", text: ({ seq }) => seq },
    { title: t("finance.businessOn"), day: ({ businessOn }) => businessOn },
    { title: t("finance.entryKind"), text: ({ kind }) => enumLabel("ledgerKind", kind) },
    { title: t("finance.home"), text: ({ units }) => units },
    { title: t("finance.number"), text: ({ receiptNumber }) => receiptNumber },
    { title: t("finance.ledgerAccountTitle"), text: ({ account }) => enumLabel("ledgerAccount", account) },
    { title: t("finance.debit"), money: ({ debit }) => debit },
    { title: t("finance.credit"), money: ({ credit }) => credit },
  ];
}
