import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { draftPaymentPlan } from "~/features/pricing/draft-payment-plan.server";
import { readPlan, typedOf, withLines } from "~/features/pricing/offer-form";
import { DraftPlanPage } from "~/features/pricing/ui/draft-plan-page";
import { attempt } from "~/platform/attempt.server";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("management.newPlan") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "payment_plan:publish");
  return { submissionKey: crypto.randomUUID(), back: `/management/${ctx.projectCode}/plans` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "payment_plan:publish");
  const typed = typedOf(await request.formData());
  const changed = withLines(typed);
  if (changed) return { typed: changed, errors: {}, refusal: null };
  const read = readPlan(typed);
  if (!read.ok) return data({ typed, errors: read.errors, refusal: null }, 400);
  const outcome = await attempt(draftPaymentPlan(ctx, { key: typed.key ?? "", ...read.value }));
  if (!outcome.ok) return data({ typed, errors: {}, refusal: outcome.refusal }, 409);
  return redirect(`/management/${ctx.projectCode}/plans?done=draft`);
}

export default function NewPlan() {
  return <DraftPlanPage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
