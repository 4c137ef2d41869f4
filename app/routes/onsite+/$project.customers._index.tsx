import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { UserPlus } from "lucide-react";
import { may, mayAsk, reachOf } from "~/domain/permission";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { filtersOf, STAGES } from "~/features/customers/customer-filters";
import { listConsultants } from "~/features/customers/list-consultants.server";
import { listCustomers } from "~/features/customers/list-customers.server";
import { CustomerTable } from "~/features/customers/ui/customer-table";
import { DueNote } from "~/features/customers/ui/due-note";
import { needChoices } from "~/features/customers/ui/need-labels";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { useTexts } from "~/i18n/use-texts";
import { requireStaff } from "~/platform/session.server";
import { LinkButton } from "~/ui/button";
import { ExportLink } from "~/ui/export-link";
import { FilterBar, FilterSelect } from "~/ui/filter-bar";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Pager } from "~/ui/pager";
import { Panel } from "~/ui/panel";
import { Tabs } from "~/ui/tabs";

export const handle: PageHandle = { title: ({ t }) => t("places.customers") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:read");
  const query = new URL(request.url).searchParams;
  const filters = filtersOf(query);
  const own = reachOf(ctx.permissions, "customer:read") === "own";
  const erases = mayAsk(ctx.permissions, "customer:erase").ok;
  const [page, consultants] = await Promise.all([
    listCustomers(ctx, filters, query.get("after")),
    own ? [] : listConsultants(ctx),
  ]);
  return {
    ...page,
    pool: filters.pool,
    due: filters.due && erases,
    settings: filters.due && erases ? await settingOrigins(ctx, SCREEN_SETTINGS.erasure) : [],
    erases,
    own,
    claims: may(ctx.permissions, "customer:claim_from_pool").ok,
    exports: may(ctx.permissions, "customer:export").ok,
    registers: may(ctx.permissions, "customer:register").ok,
    consultants: consultants.map(({ id, name }) => ({ value: id, label: name })),
  };
}

export default function Customers() {
  const { rows, totals, next, pool, due, own, claims, registers, exports, ...view } = useLoaderData<typeof loader>();
  const texts = useTexts();
  const { t, count, enumLabel } = texts;
  const base = `/onsite/${useParams().project}`;
  const { grades, sources } = needChoices(texts);
  const stages = STAGES.map((value) => ({ value, label: enumLabel("customerStage", value) }));
  return (
    <>
      <PageHeader
        title={t("places.customers")}
        lead={t("customers.lead", { count: count(totals.count) })}
        actions={
          registers && (
            <LinkButton to={`${base}/reception`} variant="primary" icon={UserPlus}>
              {t("customers.register")}
            </LinkButton>
          )
        }
      />
      {(claims || !own) && (
        <Tabs
          label={t("places.customers")}
          name="pool"
          tabs={[
            { id: "0", label: t("customers.mine") },
            { id: "1", label: t("customers.pool") },
            ...(view.erases ? [{ id: "due", label: t("customers.due") }] : []),
          ]}
        />
      )}
      <FilterBar search={t("customers.searchHint")}>
        {(pool || due) && <input type="hidden" name="pool" value={due ? "due" : "1"} />}
        {!own && !pool && <FilterSelect name="owner" label={t("customers.owner")} options={view.consultants} />}
        <FilterSelect name="grade" label={t("customers.grade")} options={grades} />
        <FilterSelect name="stage" label={t("customers.stage")} options={stages} />
        <FilterSelect name="source" label={t("customers.sourceShort")} options={sources} />
        {exports && <ExportLink />}
      </FilterBar>
      {due && <DueNote settings={view.settings} />}
      <Panel flush>
        <CustomerTable
          rows={rows}
          totals={totals}
          base={base}
          view={due ? "due" : pool ? "pool" : "customers"}
          claims={claims}
          opens={!(pool && own)}
        />
        <Pager next={next} total={totals.count} />
      </Panel>
    </>
  );
}
