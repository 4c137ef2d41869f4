import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { businessDay } from "~/domain/calendar";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { previewPayment, takePayment } from "~/features/deals/take-payment.server";
import { findPayableDeals } from "~/features/finance/find-payable-deals.server";
import { getCashDay } from "~/features/finance/get-cash-day.server";
import { getCashDesk } from "~/features/finance/get-cash-desk.server";
import { paymentFromForm } from "~/features/finance/payment-from-form";
import { takePaymentForm } from "~/features/finance/take-payment-form";
import { CashierPage } from "~/features/finance/ui/cashier-page";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { guardWarnings } from "~/features/units/guard-warnings.server";
import { attempt } from "~/platform/attempt.server";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.cashier") };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "payment:record");
  const url = new URL(request.url);
  const query = url.searchParams.get("q")?.trim() ?? "";
  const dealIds = (url.searchParams.get("deals") ?? "").split(",").filter((id) => ID.test(id));
  const adding = url.searchParams.has("add");
  const found = dealIds.length === 0 || adding ? await findPayableDeals(ctx, query) : [];
  const only = query !== "" && found.length === 1 ? found[0] : null;
  if (only && !dealIds.includes(only.id))
    throw redirect(`${url.pathname.replace(/\.data$/, "")}?deals=${[...dealIds, only.id].join(",")}`);
  const [desk, cashDay] = await Promise.all([getCashDesk(ctx, dealIds), getCashDay(ctx, businessDay(ctx.now))]);
  const [warnings, settings] = await Promise.all([
    guardWarnings(ctx, dealIds),
    settingOrigins(ctx, dealIds.length > 0 ? SCREEN_SETTINGS.cashier : []),
  ]);
  const base = `/onsite/${ctx.projectCode}`;
  return { base, query, adding, found, desk, cashDay, warnings, settings, key: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "payment:record");
  const sent = await request.formData();
  const step = sent.get("step");
  sent.delete("step");
  const typed = Object.fromEntries([...sent].map(([name, value]) => [name, String(value)]));
  const form = parseWithZod(sent, { schema: takePaymentForm });
  const again = { form: null, refusal: null, preview: null, typed };
  if (form.status !== "success") return data({ ...again, form: form.reply() }, 400);
  if (step === "edit") return again;

  const { key, ...payment } = paymentFromForm(form.value);
  if (step === "take") {
    const outcome = await attempt(takePayment(ctx, { key, ...payment }));
    if (!outcome.ok) return data({ ...again, refusal: outcome.refusal }, 409);
    return redirect(`/onsite/${ctx.projectCode}/cashier/${outcome.value.paymentId}?new=1`);
  }
  const outcome = await attempt(previewPayment(ctx, payment));
  if (!outcome.ok) return data({ ...again, refusal: outcome.refusal }, 409);
  const { effectiveDealIds, ...recorded } = outcome.value;
  const takesEffect = effectiveDealIds.length > 0;
  const preview = { payer: payment.payerName, amountFen: payment.amount, takesEffect, payment: recorded };
  return { ...again, preview };
}

export default function Cashier() {
  return <CashierPage view={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
