import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { businessDay, type Month, monthOf, parseDay } from "~/domain/calendar";
import { getBalances } from "~/features/finance/get-balances.server";
import { listEntries } from "~/features/finance/list-entries.server";
import { listSellers } from "~/features/finance/list-sellers.server";
import { LedgerPage } from "~/features/finance/ui/ledger-page";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.ledger") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "ledger:read");
  const query = new URL(request.url).searchParams;
  const sellers = await listSellers(ctx);
  const seller = sellers.find(({ id }) => id === query.get("seller")) ?? sellers[0];
  if (!seller) throw data(null, 404);
  const asked = parseDay(`${query.get("month")}-01`);
  const month: Month = monthOf(asked ?? businessDay(ctx.now));
  const [balances, entries] = await Promise.all([
    getBalances(ctx, seller.id, month),
    listEntries(ctx, seller.id, month, query.get("after")),
  ]);
  return { seller, sellers, month, balances, entries };
}

export default function Ledger() {
  return <LedgerPage {...useLoaderData<typeof loader>()} />;
}
