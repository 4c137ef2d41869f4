import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dayIn } from "~/domain/calendar";
import { draftDiscountScheme } from "~/features/pricing/draft-discount-scheme.server";
import { readScheme, typedOf, withLines } from "~/features/pricing/offer-form";
import { DraftSchemePage } from "~/features/pricing/ui/draft-scheme-page";
import { attempt } from "~/platform/attempt.server";
import { requireStaff } from "~/platform/session.server";
import type { PageHandle } from "~/ui/page-title";

export const handle: PageHandle = { title: ({ t }) => t("management.newScheme") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "discount_scheme:publish");
  const back = `/management/${ctx.projectCode}/schemes`;
  return { today: dayIn(ctx.timeZone, ctx.now), submissionKey: crypto.randomUUID(), back };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "discount_scheme:publish");
  const typed = typedOf(await request.formData());
  const changed = withLines(typed);
  if (changed) return { typed: changed, errors: {}, refusal: null };
  const read = readScheme(typed);
  if (!read.ok) return data({ typed, errors: read.errors, refusal: null }, 400);
  const outcome = await attempt(draftDiscountScheme(ctx, { key: typed.key ?? "", ...read.value }));
  if (!outcome.ok) return data({ typed, errors: {}, refusal: outcome.refusal }, 409);
  return redirect(`/management/${ctx.projectCode}/schemes?done=draft`);
}

export default function NewScheme() {
  return <DraftSchemePage {...useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />;
}
