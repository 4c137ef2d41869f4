import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { searchEverything } from "~/features/customers/search-everything.server";
import { SearchHits } from "~/features/customers/ui/search-hits";
import { useTexts } from "~/i18n/use-texts";
import { requireStaff } from "~/platform/session.server";
import { FilterBar } from "~/ui/filter-bar";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("frame.search") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "project:read");
  const query = new URL(request.url).searchParams.get("q") ?? "";
  return { query, hits: await searchEverything(ctx, query) };
}

export default function Search() {
  const { query, hits } = useLoaderData<typeof loader>();
  const { t } = useTexts();
  const base = `/onsite/${useParams().project}`;
  const lead = query.trim() ? t("customers.searchLead", { query, count: hits.length }) : t("customers.searchStart");
  return (
    <>
      <PageHeader title={t("frame.search")} lead={<bdi>{lead}</bdi>} />
      <FilterBar search={t("frame.searchPlaceholder")} />
      <SearchHits hits={hits} base={base} asked={query.trim() !== ""} />
    </>
  );
}
