import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Outlet, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { may, mayAsk, reachOf } from "~/domain/permission";
import { getCustomer } from "~/features/customers/get-customer.server";
import { getErased } from "~/features/customers/get-erasure.server";
import { listCustomerDeals } from "~/features/customers/list-customer-deals.server";
import { listMatchingUnits } from "~/features/customers/list-matching-units.server";
import { listTimeline } from "~/features/customers/list-timeline.server";
import { RecordActions, SaleActions, saidOf } from "~/features/customers/ui/customer-actions";
import { CustomerDeals } from "~/features/customers/ui/customer-deals";
import { ContactPanel, NeedsPanel } from "~/features/customers/ui/customer-facts";
import { CustomerTimeline } from "~/features/customers/ui/customer-timeline";
import { MatchingUnits } from "~/features/customers/ui/matching-units";
import { useTexts } from "~/i18n/use-texts";
import { requireId, requireStaff } from "~/platform/session.server";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { StatusBadge } from "~/ui/status-badge";

export const handle: PageHandle<{ customer: { name: string } } | undefined> = {
  title: ({ t }, found) => found?.customer.name ?? t("places.customers"),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:read");
  const id = requireId(params.customerId);
  const customer = await getCustomer(ctx, id);
  if (!customer)
    throw (await getErased(ctx, id)) ? redirect(`/onsite/${params.project}/customers/${id}/erased`) : data(null, 404);
  const [timeline, deals, units] = await Promise.all([
    listTimeline(ctx, id, new URL(request.url).searchParams.get("after")),
    listCustomerDeals(ctx, id),
    listMatchingUnits(ctx, customer.needs),
  ]);
  const can = (needed: Parameters<typeof may>[1]) => may(ctx.permissions, needed).ok;
  const own = customer.owner?.id === ctx.actorId;
  return {
    customer,
    timeline,
    deals,
    units,
    actions: {
      hold: reachOf(ctx.permissions, "deal:place_hold") === "scope" || (own && can("deal:place_hold")),
      quote: can("unit:quote"),
      contact: can("interaction:record"),
      edit: customer.editable,
      buyer: customer.editable,
      messages: reachOf(ctx.permissions, "message:send") === "scope" || (own && can("message:send")),
      reveal: can("customer:reveal_phone") || can("customer:reveal_id_number"),
      transfer: can("customer:transfer"),
      erase: mayAsk(ctx.permissions, "customer:erase").ok,
      return: customer.owner !== null && (can("customer:transfer") || (own && can("customer:claim_from_pool"))),
    },
  };
}

export default function Customer() {
  const { customer, timeline, deals, units, actions } = useLoaderData<typeof loader>();
  const { t, enumLabel, moment } = useTexts();
  const base = `/onsite/${useParams().project}`;
  const mine = { base, customerId: customer.id, can: actions };
  const said = saidOf(useSearchParams()[0].get("done"));
  return (
    <>
      <PageHeader
        back={{ to: `${base}/customers`, label: t("places.customers") }}
        title={
          <>
            <bdi className="min-w-0 break-words">{customer.name}</bdi>
            {customer.grade && <span className="text-base text-accent">{customer.grade}</span>}
            <StatusBadge>{enumLabel("customerStage", customer.stage)}</StatusBadge>
            {customer.inPool && <StatusBadge tone="warn">{t("customers.inPool")}</StatusBadge>}
          </>
        }
        lead={`${t("customers.createdAt")} ${moment(customer.createdAt)}`}
        actions={<SaleActions {...mine} />}
      />
      <Flash message={said && t(said)} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <ContactPanel customer={customer}>
            <RecordActions {...mine} />
          </ContactPanel>
          <NeedsPanel customer={customer} />
          <CustomerDeals deals={deals} base={base} />
          <MatchingUnits units={units} base={base} customerId={customer.id} />
        </div>
        <CustomerTimeline {...timeline} base={base} />
      </div>
      <Outlet />
    </>
  );
}
