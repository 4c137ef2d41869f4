import { businessDay } from "~/domain/calendar";
import { may } from "~/domain/permission";
import { demand } from "~/domain/refusal";
import { exportMark } from "~/i18n/export-mark";
import type { Texts } from "~/i18n/texts";
import type { Ctx } from "~/platform/context.server";
import { answerWorkbook, type SheetColumn } from "~/platform/workbook.server";
import type { CustomerFilters } from "./customer-filters";
import { type CustomerRow, listCustomers } from "./list-customers.server";
import { SOURCES } from "./needs";

const BATCH = 2_000;

/** The customers that match, with masked phones, as a workbook; for those who may take customers out of the house. */
export async function exportCustomers(ctx: Ctx, filters: CustomerFilters, texts: Texts): Promise<Response> {
  demand(may(ctx.permissions, "customer:export"));
  const { totals } = await listCustomers(ctx, filters, null, 1);
  const title = texts.t("places.customers");
  return answerWorkbook(ctx, {
    list: "customers",
    title,
    mark: exportMark(texts, ctx, title),
    columns: columnsOf(texts),
    count: totals.count,
    page: (after) => listCustomers(ctx, filters, after, BATCH),
  });
}

function columnsOf({ t, enumLabel, moment }: Texts): SheetColumn<CustomerRow>[] {
  const sourceOf = (source: string) => {
    const known = SOURCES.find((one) => one === source);
    return known ? enumLabel("customerSource", known) : source;
  };
  return [
    { title: t("customers.name"), text: ({ name }) => name },
    { title: t("customers.phone"), text: ({ phone }) => phone },
    { title: t("customers.owner"), text: ({ ownerName }) => ownerName },
    { title: t("customers.grade"), text: ({ grade }) => grade },
    { title: t("customers.stage"), text: ({ stage }) => enumLabel("customerStage", stage) },
    { title: t("customers.sourceShort"), text: ({ source }) => sourceOf(source) },
    { title: t("customers.visits"), count: ({ visits }) => visits },
    {
      title: t("customers.lastFollowUp"),
      day: ({ lastFollowUpAt }) => lastFollowUpAt && businessDay(lastFollowUpAt),
    },
    { title: t("customers.nextOn"), day: ({ nextOn }) => nextOn },
    { title: t("customers.createdAt"), text: ({ createdAt }) => moment(createdAt) },
  ];
}
