import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/domain/permission";
import { getBalances } from "~/features/finance/get-balances.server";
import { listEntries } from "~/features/finance/list-entries.server";
import { bookAsked } from "~/features/finance/list-sellers.server";
import { LedgerPage } from "~/features/finance/ui/ledger-page";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.ledger") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "ledger:read");
  const query = new URL(request.url).searchParams;
  const { sellers, seller, month } = await bookAsked(ctx, query);
  if (!seller) throw data(null, 404);
  const [balances, entries] = await Promise.all([
    getBalances(ctx, seller.id, month),
    listEntries(ctx, seller.id, month, query.get("after")),
  ]);
  return { seller, sellers, month, balances, entries, exports: may(ctx.permissions, "report:export").ok };
}

export default function Ledger() {
  return <LedgerPage {...useLoaderData<typeof loader>()} />;
}
