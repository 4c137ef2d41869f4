import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { may } from "~/domain/permission";
import { listReceipts, receiptFilter } from "~/features/finance/list-receipts.server";
import { ReceiptsPage } from "~/features/finance/ui/receipts-page";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.receipts") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "receipt:read");
  const filter = receiptFilter(new URL(request.url).searchParams);
  return {
    base: `/onsite/${ctx.projectCode}`,
    page: await listReceipts(ctx, filter),
    from: filter.from ?? "",
    to: filter.to ?? "",
    exports: may(ctx.permissions, "report:export").ok,
    mayTake: may(ctx.permissions, "payment:record").ok,
  };
}

export default function Receipts() {
  return <ReceiptsPage {...useLoaderData<typeof loader>()} />;
}
