import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { claimFromPool } from "~/features/customers/claim-from-pool.server";
import { fieldErrorsOf } from "~/features/customers/field-refusals";
import { listDuplicates } from "~/features/customers/find-duplicates.server";
import { getPooled } from "~/features/customers/get-pooled.server";
import { claimForm, claimOf } from "~/features/customers/ownership-forms";
import { readPhone } from "~/features/customers/phone";
import { ClaimFields } from "~/features/customers/ui/claim-fields";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Panel } from "~/ui/panel";
import { SettingNotes } from "~/ui/setting-note";

export const handle: PageHandle = { title: ({ t }) => t("customers.claimTitle") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:claim_from_pool");
  const customer = await getPooled(ctx, requireId(params.customerId));
  if (!customer) throw data(null, 404);
  return {
    formKey: crypto.randomUUID(),
    customer,
    days: ctx.settings.ownershipDays,
    settings: await settingOrigins(ctx, SCREEN_SETTINGS.claimFromPool),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "customer:claim_from_pool");
  const customerId = requireId(params.customerId);
  const form = parseWithZod(await request.formData(), { schema: claimForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null, alike: [] }, 400);
  const outcome = await attempt(claimFromPool(ctx, { ...claimOf(form.value), customerId }));
  if (outcome.ok) return redirect(`/onsite/${ctx.projectCode}/customers/${customerId}?done=claim`);
  const errors = fieldErrorsOf(outcome.refusal);
  const e164 = readPhone(form.value.phone)?.e164 ?? null;
  const alike = outcome.refusal.code.startsWith("duplicate") ? await listDuplicates(ctx, { name: "", e164 }) : [];
  return data({ form: form.reply(errors ?? {}), refusal: errors ? null : outcome.refusal, alike }, 409);
}

export default function Claim() {
  const { formKey, customer, days, settings } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const base = `/onsite/${useParams().project}`;
  return (
    <>
      <PageHeader
        back={{ to: `${base}/customers?pool=1`, label: t("customers.pool") }}
        title={t("customers.claimTitle")}
      />
      <div className="max-w-xl">
        <Panel>
          <ClaimFields formKey={formKey} customer={customer} days={days} base={base} result={result} />
          <div className="mt-4">
            <SettingNotes of={settings} />
          </div>
        </Panel>
      </div>
    </>
  );
}
