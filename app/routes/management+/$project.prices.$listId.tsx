import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { getPriceList } from "~/features/pricing/get-price-list.server";
import { priceListStepForm } from "~/features/pricing/price-list-step-form";
import { mayRedraft, stepPriceList, stepsOf } from "~/features/pricing/step-price-list.server";
import { PriceListPage } from "~/features/pricing/ui/price-list-page";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";
import { SettingNotes } from "~/ui/setting-note";

export const handle: PageHandle<{ list: { name: string } }> = { title: (_texts, { list }) => list.name };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "price_list:read");
  const query = new URL(request.url).searchParams;
  const found = await attempt(getPriceList(ctx, requireId(params.listId), query.get("building")));
  if (!found.ok) throw data(null, 404);
  const may = stepsOf(ctx, found.value);
  return {
    list: found.value,
    base: `/management/${ctx.projectCode}/prices`,
    may,
    settings: await settingOrigins(ctx, SCREEN_SETTINGS.prices),
    edits: mayRedraft(ctx, found.value),
    ask: may.find((step) => step === query.get("ask")) ?? null,
    submissionKey: crypto.randomUUID(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "price_list:read");
  const form = parseWithZod(await request.formData(), { schema: priceListStepForm });
  if (form.status !== "success") return data({ refusal: { code: "reason_required" as const } }, 400);
  const id = requireId(params.listId);
  const outcome = await attempt(stepPriceList(ctx, id, form.value));
  if (!outcome.ok) return data({ refusal: outcome.refusal }, 409);
  return redirect(`/management/${ctx.projectCode}/prices/${id}?done=${form.value.step}`);
}

export default function PriceListRoute() {
  const result = useActionData<typeof action>();
  const { settings, ...view } = useLoaderData<typeof loader>();
  return (
    <>
      <PriceListPage {...view} refusal={result?.refusal ?? null} />
      <SettingNotes of={settings} />
    </>
  );
}
