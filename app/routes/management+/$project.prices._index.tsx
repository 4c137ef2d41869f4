import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/domain/permission";
import { listPriceLists } from "~/features/pricing/list-price-lists.server";
import { PriceListsPage } from "~/features/pricing/ui/price-lists-page";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.prices") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "price_list:read");
  return {
    lists: await listPriceLists(ctx),
    base: `/management/${ctx.projectCode}/prices`,
    drafts: may(ctx.permissions, "price_list:draft").ok,
  };
}

export default function Prices() {
  return <PriceListsPage {...useLoaderData<typeof loader>()} />;
}
