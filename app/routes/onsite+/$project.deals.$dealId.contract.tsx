import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { dayIn } from "~/domain/calendar";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { getDeal } from "~/features/deals/get-deal.server";
import { signContract } from "~/features/deals/sign-contract.server";
import { signContractForm } from "~/features/deals/sign-contract-form";
import { ContractFields } from "~/features/deals/ui/contract-fields";
import { PartyPanel, UnitPanel } from "~/features/deals/ui/deal-facts";
import { SchedulePanel } from "~/features/deals/ui/deal-money";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { guardWarnings } from "~/features/units/guard-warnings.server";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Panel } from "~/ui/panel";
import { GuardNotes, SettingNotes } from "~/ui/setting-note";

export const handle: PageHandle = { title: ({ t }) => t("deals.next_CONTRACT") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "deal:sign_contract");
  const found = await attempt(getDeal(ctx, requireId(params.dealId)));
  if (!found.ok || found.value.stage !== "RESERVED") throw data(null, 404);
  const settings = await settingOrigins(ctx, SCREEN_SETTINGS.contract);
  return {
    deal: found.value,
    today: dayIn(ctx.timeZone, ctx.now),
    formKey: crypto.randomUUID(),
    settings,
    warnings: await guardWarnings(ctx, [found.value.id]),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "deal:sign_contract");
  const form = parseWithZod(await request.formData(), { schema: signContractForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  if (form.value.dealId !== requireId(params.dealId)) throw data(null, 400);
  const outcome = await attempt(signContract(ctx, form.value));
  if (!outcome.ok) return data({ form: form.reply(), refusal: outcome.refusal }, 409);
  return redirect(`/onsite/${ctx.projectCode}/deals/${params.dealId}?done=contract`);
}

export default function Contract() {
  const { deal, today, formKey, settings, warnings } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const base = `/onsite/${useParams().project}`;
  const [unit] = deal.units;
  return (
    <>
      <PageHeader
        back={{ to: `${base}/deals/${deal.id}`, label: t("places.deals") }}
        title={t("deals.contractTitle", { unit: unit?.label ?? "" })}
        lead={t("deals.contractLead")}
      />
      <GuardNotes of={warnings} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel>
            <ContractFields
              dealId={deal.id}
              version={deal.version}
              formKey={formKey}
              today={today}
              basis={unit?.priceBasis ?? ""}
              result={result}
            />
            <div className="mt-4">
              <SettingNotes of={settings} />
            </div>
          </Panel>
          <SchedulePanel deal={deal} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <UnitPanel deal={deal} base={base} />
          <PartyPanel deal={deal} base={base} />
        </div>
      </div>
    </>
  );
}
