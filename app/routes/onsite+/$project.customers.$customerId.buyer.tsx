import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { buyerForm } from "~/features/customers/buyer-form";
import { completeBuyer } from "~/features/customers/complete-buyer.server";
import { fieldErrorsOf } from "~/features/customers/field-refusals";
import { getCustomer } from "~/features/customers/get-customer.server";
import { BuyerFields } from "~/features/customers/ui/buyer-fields";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { Drawer } from "~/ui/dialog";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:edit");
  const customer = await getCustomer(ctx, requireId(params.customerId));
  if (!customer?.editable) throw data(null, 404);
  return { formKey: crypto.randomUUID(), customer };
}

/** After a refusal too, so that a newer state is seen. */
export const shouldRevalidate = () => true;

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:edit");
  const customerId = requireId(params.customerId);
  const form = parseWithZod(await request.formData(), { schema: buyerForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const outcome = await attempt(completeBuyer(ctx, { ...form.value, customerId }));
  if (outcome.ok) return redirect(`/onsite/${ctx.projectCode}/customers/${customerId}?done=buyer`);
  const errors = fieldErrorsOf(outcome.refusal);
  return data({ form: form.reply(errors ?? {}), refusal: errors ? null : outcome.refusal }, 409);
}

export default function Buyer() {
  const { formKey, customer } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const { project, customerId } = useParams();
  return (
    <Drawer title={t("customers.completeBuyerTitle")} closeTo={`/onsite/${project}/customers/${customerId}`}>
      <BuyerFields formKey={formKey} customer={customer} result={result} />
    </Drawer>
  );
}
