import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { may } from "~/domain/permission";
import { revealForm } from "~/features/customers/reveal-form";
import { revealIdNumber } from "~/features/customers/reveal-id-number.server";
import { revealPhone } from "~/features/customers/reveal-phone.server";
import { RevealFields } from "~/features/customers/ui/reveal-fields";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { Dialog } from "~/ui/dialog";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:read");
  const phone = may(ctx.permissions, "customer:reveal_phone").ok;
  const idNumber = may(ctx.permissions, "customer:reveal_id_number").ok;
  return { may: [...(phone ? (["PHONE"] as const) : []), ...(idNumber ? (["ID_NUMBER"] as const) : [])] };
}

/** The answer is in clear, so it is never kept: neither in the address nor by any cache. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:read");
  const form = parseWithZod(await request.formData(), { schema: revealForm });
  if (form.status !== "success") throw data(null, 400);
  const { what, purpose } = form.value;
  const asked = { customerId: requireId(params.customerId), purpose };
  const numbers = what === "PHONE" ? revealPhone(ctx, asked) : revealIdNumber(ctx, asked);
  const outcome = await attempt<string[] | string | null>(numbers);
  if (!outcome.ok) return data({ shown: null, refusal: outcome.refusal }, 403);
  const shown = [outcome.value ?? []].flat();
  return data({ shown, refusal: null }, { headers: { "Cache-Control": "no-store" } });
}

export default function Reveal() {
  const { may: allowed } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const { project, customerId } = useParams();
  return (
    <Dialog title={t("customers.revealTitle")} closeTo={`/onsite/${project}/customers/${customerId}`}>
      <RevealFields may={allowed} result={result} />
    </Dialog>
  );
}
