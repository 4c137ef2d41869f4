import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Printer } from "lucide-react";
import { getReceipt } from "~/features/finance/get-payment.server";
import { ReceiptPaper } from "~/features/finance/ui/receipt-paper";
import { useTexts } from "~/i18n/use-texts";
import { requireId, requireStaff } from "~/platform/session.server";
import { LinkButton } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";

type Loaded = { receipt: { number: string } };
export const handle: PageHandle<Loaded> = { title: (_, { receipt }) => receipt.number };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "receipt:read");
  const found = await getReceipt(ctx, requireId(params.receiptId));
  if (!found) throw data(null, 404);
  const { receipt, ...payment } = found;
  return { base: `/onsite/${ctx.projectCode}`, payment, receipt };
}

export default function Receipt() {
  const { base, payment, receipt } = useLoaderData<typeof loader>();
  const { t } = useTexts();
  return (
    <>
      <div data-no-print>
        <PageHeader
          title={<span className="figures">{receipt.number}</span>}
          lead={`${receipt.units} · ${receipt.customer}`}
          back={{ to: `${base}/cashier/${payment.id}`, label: t("finance.payment") }}
          actions={
            <LinkButton
              icon={Printer}
              to={`${base}/deals/${receipt.dealId}/papers/receipts/${receipt.id}`}
              reloadDocument
              target="_blank"
            >
              {t("common.print")}
            </LinkButton>
          }
        />
      </div>
      <ReceiptPaper payment={payment} receipt={receipt} />
    </>
  );
}
