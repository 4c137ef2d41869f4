import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { may } from "~/domain/permission";
import { eraseCustomer } from "~/features/customers/erase-customer.server";
import { eraseForm } from "~/features/customers/erase-form";
import { getErasure } from "~/features/customers/get-erasure.server";
import { requestErasure } from "~/features/customers/request-erasure.server";
import { EraseFields } from "~/features/customers/ui/erase-fields";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { Dialog } from "~/ui/dialog";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:erase");
  const erasure = await getErasure(ctx, requireId(params.customerId));
  if (!erasure) throw data(null, 404);
  return { formKey: crypto.randomUUID(), erasure };
}

/** Whoever may, erases; whoever may ask, asks. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:erase");
  const form = parseWithZod(await request.formData(), { schema: eraseForm });
  if (form.status !== "success") throw data(null, 400);
  const asked = { ...form.value, customerId: requireId(params.customerId) };
  const decides = may(ctx.permissions, "customer:erase").ok;
  const outcome = await attempt(decides ? eraseCustomer(ctx, asked) : requestErasure(ctx, asked));
  if (!outcome.ok) return data({ refusal: outcome.refusal }, 409);
  const page = `/onsite/${ctx.projectCode}/customers/${asked.customerId}`;
  return redirect(decides ? `${page}/erased` : `${page}?done=erase`);
}

export default function Erase() {
  const { formKey, erasure } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const { project, customerId } = useParams();
  return (
    <Dialog title={t("erasure.title", { name: erasure.name })} closeTo={`/onsite/${project}/customers/${customerId}`}>
      <EraseFields formKey={formKey} erasure={erasure} refusal={result?.refusal ?? null} />
    </Dialog>
  );
}
