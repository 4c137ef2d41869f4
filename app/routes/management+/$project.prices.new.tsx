import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { addDays, dayIn, momentIn } from "~/domain/calendar";
import { draftPriceList } from "~/features/pricing/draft-price-list.server";
import { draftPriceListForm } from "~/features/pricing/draft-price-list-form";
import { listPhases } from "~/features/pricing/list-price-lists.server";
import { priceSource } from "~/features/pricing/price-source.server";
import { DraftPriceListPage } from "~/features/pricing/ui/draft-price-list-page";
import { attempt } from "~/platform/attempt.server";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("management.newPriceList") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "price_list:draft");
  const tomorrow = addDays(dayIn(ctx.timeZone, ctx.now), 1);
  return {
    phases: await listPhases(ctx),
    effectiveAt: `${tomorrow}T00:00`,
    submissionKey: crypto.randomUUID(),
    back: `/management/${ctx.projectCode}/prices`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "price_list:draft");
  const form = parseWithZod(await request.formData(), { schema: draftPriceListForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { key, name, phaseId } = form.value;
  const effectiveAt = (momentIn(ctx.timeZone, form.value.effectiveAt) ?? ctx.now).toISOString();
  const source = await attempt(priceSource(form.value));
  if (!source.ok) return data({ form: form.reply(), refusal: source.refusal }, 409);
  const drafted = await attempt(draftPriceList(ctx, { key, name, phaseId, effectiveAt, source: source.value }));
  if (!drafted.ok) return data({ form: form.reply(), refusal: drafted.refusal }, 409);
  return redirect(`/management/${ctx.projectCode}/prices/${drafted.value.priceListId}?done=draft`);
}

export default function NewPriceList() {
  return <DraftPriceListPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
