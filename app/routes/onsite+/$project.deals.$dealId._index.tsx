import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";
import { dayIn } from "~/domain/calendar";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { isDealAction, runDealAction } from "~/features/deals/deal-actions.server";
import { getDeal } from "~/features/deals/get-deal.server";
import { STEP_SETTINGS } from "~/features/deals/step-settings";
import { DealColumns } from "~/features/deals/ui/deal-columns";
import { DealDialog } from "~/features/deals/ui/deal-dialogs";
import { DealProgress } from "~/features/deals/ui/deal-progress";
import { NextStepPanel } from "~/features/deals/ui/next-step-panel";
import { SideActions } from "~/features/deals/ui/side-actions";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { guardWarnings } from "~/features/units/guard-warnings.server";
import type { KeyIn } from "~/i18n/catalogue";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { GuardNotes } from "~/ui/setting-note";
import { StageBadge } from "~/ui/stage-badge";

export const handle: PageHandle = { title: ({ t }) => t("places.deals") };

const DONE = [
  "confirm",
  "sign",
  "release",
  "cancel",
  "extend",
  "extendSignBy",
  "file",
  "record",
  "draft",
  "contract",
  "hold",
] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "deal:read");
  const deal = await attempt(getDeal(ctx, requireId(params.dealId)));
  if (!deal.ok) throw data(null, 404);
  const query = new URL(request.url).searchParams;
  const ask = query.get("ask");
  const next = deal.value.next?.action;
  const [settings, feeSettings, warnings] = await Promise.all([
    settingOrigins(ctx, (next && STEP_SETTINGS[next]) ?? []),
    settingOrigins(ctx, deal.value.subscription ? SCREEN_SETTINGS.schedule : [], deal.value.money.fee.agreed),
    guardWarnings(ctx, [deal.value.id]),
  ]);
  return {
    ...{ settings, feeSettings, warnings },
    deal: deal.value,
    ask: isDealAction(ask) ? ask : null,
    done: DONE.find((one) => one === query.get("done")) ?? null,
    formKey: crypto.randomUUID(),
    today: dayIn(ctx.timeZone, ctx.now),
    payByHours: ctx.settings.payByHours,
    filingDays: ctx.settings.filingDays,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "deal:read");
  const sent = await request.formData();
  const intent = sent.get("intent");
  if (!isDealAction(intent) || sent.get("dealId") !== requireId(params.dealId)) throw data(null, 400);
  const answer = await runDealAction(ctx, intent, sent);
  if (!answer.ok) return data(answer, answer.refusal ? 409 : 400);
  return redirect(`/onsite/${ctx.projectCode}/deals/${params.dealId}?done=${intent}`);
}

export default function Deal() {
  const { deal, ask, done, feeSettings, settings, warnings, ...rest } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTexts();
  const base = `/onsite/${useParams().project}`;
  const unit = deal.units.map(({ label }) => label).join(" · ");
  const doneText: KeyIn<"deals"> | null = done && `done_${done}`;
  return (
    <>
      <PageHeader
        back={{ to: `${base}/deals`, label: t("places.deals") }}
        title={
          <>
            {unit} <StageBadge stage={deal.stage} />
          </>
        }
        lead={`${deal.customer.name} · ${deal.consultant}`}
        actions={<SideActions deal={deal} />}
      />
      <Flash message={doneText && t(`deals.${doneText}`)} />
      <section className="card px-4 py-4">
        <DealProgress deal={deal} />
      </section>
      <GuardNotes of={warnings} />
      <NextStepPanel deal={deal} base={base} settings={settings} {...rest} />
      <DealColumns deal={deal} base={base} feeSettings={feeSettings} />
      {ask && <DealDialog deal={deal} ask={ask} {...rest} answer={answer} />}
    </>
  );
}
