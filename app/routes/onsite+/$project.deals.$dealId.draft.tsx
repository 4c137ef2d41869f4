import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useFetcher, useLoaderData, useParams } from "@remix-run/react";
import { yuanFromFen } from "~/domain/money";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { draftSubscription } from "~/features/deals/draft-subscription.server";
import { draftOfForm, draftSubscriptionForm } from "~/features/deals/draft-subscription-form";
import { wishIn, wishOf } from "~/features/deals/draft-wish";
import { draftedForm } from "~/features/deals/drafted-form.server";
import { getDeal } from "~/features/deals/get-deal.server";
import { listBuyerChoices } from "~/features/deals/list-buyer-choices.server";
import { DraftFields } from "~/features/deals/ui/draft-fields";
import { quoteUnit } from "~/features/pricing/quote-unit.server";
import { QuoteSheet } from "~/features/pricing/ui/quote-sheet";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { Countdown } from "~/ui/countdown";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { Panel } from "~/ui/panel";
import { SettingNotes } from "~/ui/setting-note";

export const handle: PageHandle = { title: ({ t }) => t("deals.draft") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "deal:draft_subscription");
  const found = await attempt(getDeal(ctx, requireId(params.dealId)));
  const deal = found.ok ? found.value : null;
  const [unit] = deal?.units ?? [];
  if (!deal || !unit || deal.endedAt) throw data(null, 404);
  const query = new URL(request.url).searchParams;
  const drafted = query.has("planId") ? null : await draftedForm(ctx, deal.id);
  const quote = await quoteUnit(ctx, unit.id, drafted ? wishOf(drafted) : wishIn(query));
  return {
    dealId: deal.id,
    version: deal.version,
    unit: unit.label,
    holdUntil: deal.holdUntil,
    redraft: deal.subscription !== null,
    drafted,
    choices: await listBuyerChoices(ctx, deal.customer.customerId ?? ""),
    customerId: deal.customer.customerId ?? "",
    quote,
    earnestLimit: ctx.settings.earnestLimitPpm,
    settings: await settingOrigins(ctx, SCREEN_SETTINGS.draft),
    formKey: crypto.randomUUID(),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "deal:draft_subscription");
  const form = parseWithZod(await request.formData(), { schema: draftSubscriptionForm });
  if (form.status !== "success") return data({ form: form.reply(), refusal: null }, 400);
  if (form.value.dealId !== requireId(params.dealId)) throw data(null, 400);
  const outcome = await attempt(draftSubscription(ctx, draftOfForm(form.value)));
  if (!outcome.ok) return data({ form: form.reply(), refusal: outcome.refusal }, 409);
  return redirect(`/onsite/${ctx.projectCode}/deals/${params.dealId}?done=draft`);
}

export default function Draft() {
  const loaded = useLoaderData<typeof loader>();
  const preview = useFetcher<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTexts();
  const base = `/onsite/${useParams().project}`;
  const quote = preview.data?.quote ?? loaded.quote;
  const { wish } = loaded.quote;
  const earnest = wish.earnest ?? loaded.quote.price?.earnest ?? null;
  return (
    <>
      <PageHeader
        back={{ to: `${base}/deals/${loaded.dealId}`, label: t("places.deals") }}
        title={t("deals.draftTitle", { unit: loaded.unit })}
        lead={
          loaded.holdUntil && (
            <>
              {t("deals.draftLead")} <Countdown until={loaded.holdUntil} />
            </>
          )
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Panel>
          <DraftFields
            {...loaded}
            schemes={loaded.quote.schemes}
            plans={loaded.quote.plans}
            start={{
              customerId: loaded.customerId,
              planId: wish.planId ?? "",
              schemeIds: wish.schemeIds,
              earnest: earnest === null ? "" : yuanFromFen(earnest),
            }}
            result={result ?? (loaded.drafted ? { form: { initialValue: loaded.drafted }, refusal: null } : undefined)}
            onQuote={preview.load}
          />
          <div className="mt-4 border-t border-line pt-3">
            <SettingNotes of={loaded.settings} />
          </div>
        </Panel>
        <QuoteSheet quote={quote} />
      </div>
    </>
  );
}
