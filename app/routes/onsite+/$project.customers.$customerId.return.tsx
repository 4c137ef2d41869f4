import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { may } from "~/domain/permission";
import { fieldErrorsOf } from "~/features/customers/field-refusals";
import { getCustomer } from "~/features/customers/get-customer.server";
import { returnForm } from "~/features/customers/ownership-forms";
import { returnToPool } from "~/features/customers/return-to-pool.server";
import { ReturnFields } from "~/features/customers/ui/transfer-fields";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { Dialog } from "~/ui/dialog";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:read");
  const customer = await getCustomer(ctx, requireId(params.customerId));
  if (!customer) throw data(null, 404);
  return { formKey: crypto.randomUUID(), customer: { name: customer.name, owner: customer.owner?.name ?? null } };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:read");
  const customerId = requireId(params.customerId);
  const form = parseWithZod(await request.formData(), { schema: returnForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const outcome = await attempt(returnToPool(ctx, { ...form.value, customerId }));
  // A consultant cannot open the customer any more: back to the list.
  const stays = may(ctx.permissions, "customer:transfer").ok ? `/${customerId}?done=return` : "";
  if (outcome.ok) return redirect(`/onsite/${ctx.projectCode}/customers${stays}`);
  const errors = fieldErrorsOf(outcome.refusal);
  return data({ form: form.reply(errors ?? {}), refusal: errors ? null : outcome.refusal }, 409);
}

export default function Return() {
  const { formKey, customer } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const { project, customerId } = useParams();
  return (
    <Dialog title={t("customers.giveBackTitle")} closeTo={`/onsite/${project}/customers/${customerId}`}>
      <ReturnFields formKey={formKey} customer={customer} result={result} />
    </Dialog>
  );
}
