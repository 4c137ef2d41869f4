import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { splitPayment } from "~/features/deals/take-payment.server";
import { findPayableDeals } from "~/features/finance/find-payable-deals.server";
import { getCashDesk } from "~/features/finance/get-cash-desk.server";
import { getPayment } from "~/features/finance/get-payment.server";
import { receiptsFromLines } from "~/features/finance/payment-from-form";
import { splitPaymentForm } from "~/features/finance/take-payment-form";
import { SplitPage } from "~/features/finance/ui/split-page";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("finance.splitAdvance") };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "payment:record");
  const payment = await getPayment(ctx, requireId(params.paymentId));
  if (!payment) throw data(null, 404);
  const asked = new URL(request.url).searchParams;
  const query = asked.get("q")?.trim() ?? payment.payerName;
  const dealIds = (asked.get("deals") ?? "").split(",").filter((id) => ID.test(id));
  const found = dealIds.length === 0 ? await findPayableDeals(ctx, query) : [];
  const desk = await getCashDesk(ctx, dealIds);
  return { base: `/onsite/${ctx.projectCode}`, payment, query, found, desk, key: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "receipt:record");
  const paymentId = requireId(params.paymentId);
  const sent = await request.formData();
  const typed = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
  const form = parseWithZod(sent, { schema: splitPaymentForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null, typed }, 400);
  const { key, lines } = form.value;
  const outcome = await attempt(splitPayment(ctx, { key, paymentId, receipts: receiptsFromLines(lines) }));
  if (!outcome.ok) return data({ form: form.reply(), refusal: outcome.refusal, typed }, 409);
  return redirect(`/onsite/${ctx.projectCode}/cashier/${paymentId}`);
}

export default function SplitAdvance() {
  return <SplitPage view={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
