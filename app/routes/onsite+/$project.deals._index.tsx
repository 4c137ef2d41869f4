import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { DEAL_STAGES } from "~/domain/deal-state";
import { may } from "~/domain/permission";
import { readDealFilters } from "~/features/deals/deal-filters";
import { listDealConsultants, listDeals } from "~/features/deals/list-deals.server";
import { DealTable } from "~/features/deals/ui/deal-table";
import { useTexts } from "~/i18n/use-texts";
import { requireStaff } from "~/platform/session.server";
import { MoneyText } from "~/ui/amounts";
import { ExportLink } from "~/ui/export-link";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";
import { useQueryLink } from "~/ui/query-link";
import { Stat } from "~/ui/stat";

export const handle: PageHandle = { title: ({ t }) => t("places.deals") };

const NEEDS = ["confirm", "sign", "earnest", "contract", "file", "expiring", "late"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "deal:read");
  const query = new URL(request.url).searchParams;
  const filters = readDealFilters(query);
  const [deals, consultants] = await Promise.all([
    listDeals(ctx, filters, query.get("after")),
    listDealConsultants(ctx),
  ]);
  return { ...deals, consultants, filters, exports: may(ctx.permissions, "report:export").ok };
}

export default function Deals() {
  const { rows, stages, next, consultants, filters, exports } = useLoaderData<typeof loader>();
  const { t, enumLabel, count, wan } = useTexts();
  const queryLink = useQueryLink();
  const shown = filters.stage ? stages.filter(({ stage }) => stage === filters.stage) : stages;
  const total = shown.reduce((sum, { fen }) => sum + fen, 0n);
  const number = shown.reduce((sum, one) => sum + one.count, 0);
  const filtered = Boolean(filters.q || filters.stage || filters.consultant || filters.need);
  return (
    <>
      <PageHeader title={t("places.deals")} lead={t("deals.lead", { count: number, amount: wan(total) })} />
      <div className="grid grid-cols-3 gap-3 max-sm:gap-2 xl:grid-cols-4">
        {stages
          .filter(({ stage }) => stage === "HELD" || stage === "RESERVED" || stage === "CONTRACTED")
          .map(({ stage, count: deals, fen }) => (
            <Stat
              key={stage}
              label={enumLabel("dealStage", stage)}
              value={count(deals)}
              note={<MoneyText fen={fen} size="glance" />}
              to={queryLink({ stage: filters.stage === stage ? null : stage })}
            />
          ))}
      </div>
      <FilterBar search={t("deals.searchDeals")}>
        <FilterSelect
          name="stage"
          label={t("deals.stage")}
          options={DEAL_STAGES.map((stage) => ({ value: stage, label: enumLabel("dealStage", stage) }))}
        />
        <FilterSelect
          name="need"
          label={t("deals.need")}
          options={NEEDS.map((need) => ({ value: need, label: t(`deals.need_${need}`) }))}
        />
        {consultants.length > 0 && (
          <FilterSelect
            name="consultant"
            label={t("deals.consultant")}
            options={consultants.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {exports && <ExportLink />}
      </FilterBar>
      <Panel flush>
        <DealTable rows={rows} base={`/onsite/${useParams().project}`} filtered={filtered} total={total} />
        <Pager next={next} total={number} />
      </Panel>
    </>
  );
}
