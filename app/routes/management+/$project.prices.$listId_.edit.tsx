import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { momentIn } from "~/domain/calendar";
import { redraftPriceList } from "~/features/pricing/draft-price-list.server";
import { redraftPriceListForm } from "~/features/pricing/draft-price-list-form";
import { getPriceListDraft } from "~/features/pricing/get-price-list-draft.server";
import { priceSource } from "~/features/pricing/price-source.server";
import { DraftPriceListPage } from "~/features/pricing/ui/draft-price-list-page";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle<{ draft: { name: string } }> = {
  title: ({ t }, { draft }) => `${t("management.editDraft")} · ${draft.name}`,
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "price_list:draft");
  const id = requireId(params.listId);
  const back = `/management/${ctx.projectCode}/prices/${id}`;
  const found = await attempt(getPriceListDraft(ctx, id));
  if (found.ok) return { draft: found.value, back, submissionKey: crypto.randomUUID() };
  // Asked for meanwhile: its own page says so.
  if (found.refusal.code === "wrong_state") throw redirect(back);
  throw data(null, 404);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "price_list:draft");
  const priceListId = requireId(params.listId);
  const form = parseWithZod(await request.formData(), { schema: redraftPriceListForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const { key, name, version } = form.value;
  const effectiveAt = (momentIn(ctx.timeZone, form.value.effectiveAt) ?? ctx.now).toISOString();
  const source = await attempt(priceSource(form.value));
  if (!source.ok) return data({ form: form.reply(), refusal: source.refusal }, 409);
  const input = { key, priceListId, version, name, effectiveAt, source: source.value };
  const drafted = await attempt(redraftPriceList(ctx, input));
  if (!drafted.ok) return data({ form: form.reply(), refusal: drafted.refusal }, 409);
  return redirect(`/management/${ctx.projectCode}/prices/${priceListId}?done=draft`);
}

export default function EditPriceList() {
  return <DraftPriceListPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
