import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/domain/permission";
import { listAllSchemes, trySchemeOn } from "~/features/pricing/list-offers.server";
import { offerStepForm } from "~/features/pricing/offer-step-form";
import { publishOffer, withdrawOffer } from "~/features/pricing/publish-offer.server";
import { SchemesPage } from "~/features/pricing/ui/schemes-page";
import { attempt } from "~/platform/attempt.server";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("places.schemes") };

const DONE = ["draft", "publish", "ask", "withdraw"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "discount_scheme:publish");
  const query = new URL(request.url).searchParams;
  const offers = await listAllSchemes(ctx);
  const named = (name: string) => offers.find(({ id }) => id === query.get(name)) ?? null;
  const [about, tried] = [named("id"), named("try")];
  const ask = (["publish", "withdraw"] as const).find((one) => one === query.get("ask"));
  return {
    offers,
    publishes: may(ctx.permissions, "discount_scheme:publish").ok,
    asked: about && ask ? { ask, offer: about } : null,
    trial: tried && { offer: tried, result: await trySchemeOn(ctx, tried) },
    done: DONE.find((one) => one === query.get("done")) ?? null,
    base: `/management/${ctx.projectCode}/schemes`,
    submissionKey: crypto.randomUUID(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "discount_scheme:publish");
  const form = parseWithZod(await request.formData(), { schema: offerStepForm });
  if (form.status !== "success") return data({ refusal: { code: "reason_required" as const } }, 400);
  const { step, reason, ...of } = form.value;
  const at = { ...of, kind: "discount_scheme" as const };
  const outcome = await attempt<unknown>(
    step === "publish" ? publishOffer(ctx, { ...at, reason }) : withdrawOffer(ctx, at),
  );
  if (!outcome.ok) return data({ refusal: outcome.refusal }, 409);
  const asked = step === "publish" && !may(ctx.permissions, "discount_scheme:publish").ok;
  return redirect(`/management/${ctx.projectCode}/schemes?done=${asked ? "ask" : step}`);
}

export default function Schemes() {
  const result = useActionData<typeof action>();
  return <SchemesPage {...useLoaderData<typeof loader>()} refusal={result?.refusal ?? null} />;
}
