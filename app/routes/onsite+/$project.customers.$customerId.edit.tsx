import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { editCustomer } from "~/features/customers/edit-customer.server";
import { editForm, editOf } from "~/features/customers/edit-form";
import { fieldErrorsOf } from "~/features/customers/field-refusals";
import { listDuplicates } from "~/features/customers/find-duplicates.server";
import { getCustomer } from "~/features/customers/get-customer.server";
import { readPhone } from "~/features/customers/phone";
import { EditFields } from "~/features/customers/ui/edit-fields";
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
  const form = parseWithZod(await request.formData(), { schema: editForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null, alike: [] }, 400);
  const outcome = await attempt(editCustomer(ctx, { ...editOf(form.value), customerId }));
  if (outcome.ok) return redirect(`/onsite/${ctx.projectCode}/customers/${customerId}?done=edit`);
  const errors = fieldErrorsOf(outcome.refusal);
  const duplicate = outcome.refusal.code.startsWith("duplicate");
  const e164 = readPhone(form.value.phone)?.e164 ?? null;
  const alike = duplicate ? await listDuplicates(ctx, { name: "", e164 }) : [];
  return data({ form: form.reply(errors ?? {}), refusal: errors ? null : outcome.refusal, alike }, 409);
}

export default function Edit() {
  const { formKey, customer } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const { project, customerId } = useParams();
  return (
    <Drawer title={t("customers.edit")} closeTo={`/onsite/${project}/customers/${customerId}`}>
      <EditFields formKey={formKey} customer={customer} base={`/onsite/${project}`} result={result} />
    </Drawer>
  );
}
