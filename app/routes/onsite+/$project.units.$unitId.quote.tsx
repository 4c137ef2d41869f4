import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useParams, useSearchParams } from "@remix-run/react";
import { Lock, Printer } from "lucide-react";
import { may } from "~/domain/permission";
import { SCREEN_SETTINGS } from "~/domain/settings/screens";
import { quoteUnit } from "~/features/pricing/quote-unit.server";
import { readQuoteWish } from "~/features/pricing/quote-wish";
import { QuoteForm } from "~/features/pricing/ui/quote-form";
import { QuoteSheet } from "~/features/pricing/ui/quote-sheet";
import { settingOrigins } from "~/features/projects/setting-origins.server";
import { useTexts } from "~/i18n/use-texts";
import { attempt } from "~/platform/attempt.server";
import { requireId, requireStaff } from "~/platform/session.server";
import { LinkButton } from "~/ui/button";
import { PageHeader } from "~/ui/page-header";
import type { PageHandle } from "~/ui/page-title";
import { SaleStateBadge } from "~/ui/sale-state-badge";
import { SettingNotes } from "~/ui/setting-note";

export const handle: PageHandle = { title: ({ t }) => t("pricing.quoteTitle") };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireStaff(request, params.project, "unit:quote");
  const wish = readQuoteWish(new URL(request.url).searchParams);
  const quote = await attempt(quoteUnit(ctx, requireId(params.unitId), wish));
  if (!quote.ok) throw data(null, 404);
  return {
    quote: quote.value,
    mayHold: may(ctx.permissions, "deal:place_hold").ok,
    settings: await settingOrigins(ctx, SCREEN_SETTINGS.quotation),
  };
}

export default function QuotePage() {
  const { quote, mayHold, settings } = useLoaderData<typeof loader>();
  const { t, area } = useTexts();
  const base = `/onsite/${useParams().project}`;
  const [query] = useSearchParams();
  const { unit } = quote;
  const customer = query.get("customer");
  return (
    <>
      <PageHeader
        title={
          <>
            {t("pricing.quoteTitle")} <SaleStateBadge state={unit.saleState} />
          </>
        }
        lead={t("pricing.quoteLead", { unit: unit.label, area: area(unit.gross) })}
        back={{ to: `${base}/board?unit=${unit.id}`, label: t("places.board") }}
        actions={
          <>
            {quote.price && !quote.refusal && (
              <LinkButton icon={Printer} to={`../quotation?${query}`} relative="path" reloadDocument target="_blank">
                {t("common.print")}
              </LinkButton>
            )}
            {mayHold && unit.saleState === "AVAILABLE" && (
              <LinkButton
                variant="primary"
                icon={Lock}
                to={`${base}/units/${unit.id}/hold${customer ? `?customer=${customer}` : ""}`}
              >
                {t("pricing.holdThis")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
        <div data-no-print>
          <QuoteForm quote={quote} />
          <div className="mt-3 px-1">
            <SettingNotes of={settings} />
          </div>
        </div>
        <QuoteSheet quote={quote} />
      </div>
    </>
  );
}
