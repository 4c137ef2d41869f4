import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/domain/permission";
import { askPaymentReversal, askReceiptReversal } from "~/features/finance/ask-reversal.server";
import { getPayment } from "~/features/finance/get-payment.server";
import { reversalForm } from "~/features/finance/reversal-form";
import { PaymentPage } from "~/features/finance/ui/payment-page";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("finance.payment") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "payment:read");
  const payment = await getPayment(ctx, requireId(params.paymentId));
  if (!payment) throw data(null, 404);
  const query = new URL(request.url).searchParams;
  return {
    base: `/onsite/${ctx.projectCode}`,
    payment,
    fresh: query.has("new"),
    asked: query.has("asked"),
    ask: payment.mayAskReversal ? query.get("ask") : null,
    mayTake: may(ctx.permissions, "payment:record").ok,
    key: crypto.randomUUID(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "payment:request_reversal");
  const paymentId = requireId(params.paymentId);
  const form = parseWithZod(await request.formData(), { schema: reversalForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { receiptId, ...ask } = form.value;
  const outcome = await attempt(
    receiptId ? askReceiptReversal(ctx, { ...ask, receiptId }) : askPaymentReversal(ctx, { ...ask, paymentId }),
  );
  if (!outcome.ok) return data({ form: form.reply(), refusal: outcome.refusal }, 409);
  return redirect(`/onsite/${ctx.projectCode}/cashier/${paymentId}?asked=1`);
}

export default function Payment() {
  return <PaymentPage view={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
