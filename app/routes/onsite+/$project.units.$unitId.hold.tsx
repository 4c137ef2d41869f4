import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { canHold } from "~/domain/hold";
import { reachOf } from "~/domain/permission";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { findHoldCustomers } from "~/features/deals/find-hold-customers.server";
import { holdLimits, placeHold } from "~/features/deals/place-hold.server";
import { placeHoldForm } from "~/features/deals/place-hold-form";
import { HoldCustomerSearch, HoldFields } from "~/features/deals/ui/hold-fields";
import { UnitSummary } from "~/features/deals/ui/unit-summary";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { getUnit } from "~/features/units/get-unit.server";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { LinkButton } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Panel } from "~/ui/panel";
import { RefusalNote } from "~/ui/refusal-note";
import { SettingNotes } from "~/ui/setting-note";

export const handle: PageHandle = { title: ({ t }) => t("deals.hold") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "deal:place_hold");
  const unit = await attempt(getUnit(ctx, requireId(params.unitId)));
  if (!unit.ok) throw data(null, 404);
  const query = new URL(request.url).searchParams;
  const named = z.uuid().safeParse(query.get("customer"));
  const verdict = canHold(unit.value, ctx.now);
  const { maxHours } = holdLimits(ctx);
  return {
    unit: unit.value,
    refusal: verdict.ok ? null : verdict.refusal,
    customers: verdict.ok ? await findHoldCustomers(ctx, query.get("q") ?? "", named.data ?? null) : [],
    hours: Math.min(ctx.settings.holdHours, maxHours),
    maxHours,
    formKey: crypto.randomUUID(),
    settings: await settingOrigins(
      ctx,
      reachOf(ctx.permissions, "deal:place_hold") === "scope" ? SCREEN_SETTINGS.holdByController : SCREEN_SETTINGS.hold,
    ),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "deal:place_hold");
  const form = parseWithZod(await request.formData(), { schema: placeHoldForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  const outcome = await attempt(placeHold(ctx, { ...form.value, unitId: requireId(params.unitId) }));
  if (!outcome.ok) return data({ form: form.reply(), refusal: outcome.refusal }, 409);
  return redirect(`/onsite/${ctx.projectCode}/deals/${outcome.value.dealId}?done=hold`);
}

export default function Hold() {
  const { unit, refusal, settings, ...fields } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const base = `/onsite/${useParams().project}`;
  const customer = useSearchParams()[0].get("customer");
  const quote = `${base}/units/${unit.id}/quote${customer ? `?customer=${customer}` : ""}`;
  return (
    <>
      <PageHeader
        title={t("deals.holdTitle", { unit: unit.label })}
        lead={t("deals.holdLead")}
        back={{ to: `${base}/board?unit=${unit.id}`, label: t("places.board") }}
        actions={<LinkButton to={quote}>{t("pricing.quoteTitle")}</LinkButton>}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Panel>
          {refusal ? (
            <RefusalNote refusal={refusal} />
          ) : (
            <div className="flex flex-col gap-5">
              <HoldCustomerSearch />
              <HoldFields {...fields} base={base} result={result} />
              <SettingNotes of={settings} />
            </div>
          )}
        </Panel>
        <UnitSummary unit={unit} />
      </div>
    </>
  );
}
