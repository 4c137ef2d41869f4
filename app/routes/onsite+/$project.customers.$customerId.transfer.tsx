import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { fieldErrorsOf } from "~/features/customers/field-refusals";
import { getCustomer } from "~/features/customers/get-customer.server";
import { listConsultants } from "~/features/customers/list-consultants.server";
import { transferForm } from "~/features/customers/ownership-forms";
import { transferCustomer } from "~/features/customers/transfer-customer.server";
import { TransferFields } from "~/features/customers/ui/transfer-fields";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { Dialog } from "~/ui/dialog";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:transfer");
  const customer = await getCustomer(ctx, requireId(params.customerId));
  if (!customer) throw data(null, 404);
  const consultants = await listConsultants(ctx);
  return {
    formKey: crypto.randomUUID(),
    customer: { name: customer.name, owner: customer.owner?.name ?? null },
    consultants: consultants.filter(({ id }) => id !== customer.owner?.id).map(({ id, name }) => ({ id, name })),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:transfer");
  const customerId = requireId(params.customerId);
  const form = parseWithZod(await request.formData(), { schema: transferForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const outcome = await attempt(transferCustomer(ctx, { ...form.value, customerId }));
  if (outcome.ok) return redirect(`/onsite/${ctx.projectCode}/customers/${customerId}?done=transfer`);
  const errors = fieldErrorsOf(outcome.refusal);
  return data({ form: form.reply(errors ?? {}), refusal: errors ? null : outcome.refusal }, 409);
}

export default function Transfer() {
  const { formKey, customer, consultants } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const { project, customerId } = useParams();
  return (
    <Dialog title={t("customers.transferTitle")} closeTo={`/onsite/${project}/customers/${customerId}`}>
      <TransferFields formKey={formKey} customer={customer} consultants={consultants} result={result} />
    </Dialog>
  );
}
