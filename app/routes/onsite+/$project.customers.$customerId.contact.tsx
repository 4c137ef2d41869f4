import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { dayIn } from "~/domain/calendar";
import { contactForm } from "~/features/customers/contact-form";
import { fieldErrorsOf } from "~/features/customers/field-refusals";
import { recordInteraction } from "~/features/customers/record-interaction.server";
import { ContactFields } from "~/features/customers/ui/contact-fields";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { Dialog } from "~/ui/dialog";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "interaction:record");
  return { formKey: crypto.randomUUID(), today: dayIn(ctx.timeZone, ctx.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "interaction:record");
  const customerId = requireId(params.customerId);
  const form = parseWithZod(await request.formData(), { schema: contactForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const outcome = await attempt(recordInteraction(ctx, { ...form.value, customerId, servedById: null }));
  if (outcome.ok) return redirect(`/onsite/${ctx.projectCode}/customers/${customerId}?done=contact`);
  const errors = fieldErrorsOf(outcome.refusal);
  return data({ form: form.reply(errors ?? {}), refusal: errors ? null : outcome.refusal }, 409);
}

export default function Contact() {
  const { formKey, today } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const { project, customerId } = useParams();
  return (
    <Dialog title={t("customers.followUpTitle")} closeTo={`/onsite/${project}/customers/${customerId}`}>
      <ContactFields formKey={formKey} today={today} result={result} />
    </Dialog>
  );
}
