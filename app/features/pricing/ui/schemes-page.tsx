import { Plus, TicketPercent } from "lucide-react";
import type { DiscountLine } from "~/domain/discount";
import { percentFromPpm } from "~/domain/rate";
import type { Refusal } from "~/domain/refusal";
import type { SchemeTrial, SchemeView } from "~/features/pricing/list-offers.server";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { Derivation } from "~/ui/derivation";
import { Dialog } from "~/ui/dialog";
import { EmptyState } from "~/ui/empty-state";
import { Flash } from "~/ui/notice";
import { PageHeader } from "~/ui/page-header";
import { Panel } from "~/ui/panel";
import { useQueryLink } from "~/ui/query-link";
import { RefusalNote } from "~/ui/refusal-note";
import { OfferActions, OfferQuestion } from "./offer-actions";
import { OfferStatusBadge } from "./offer-status";

export type OffersPageProps<Offer, Trial> = {
  offers: readonly Offer[];
  publishes: boolean;
  asked: { ask: "publish" | "withdraw"; offer: Offer } | null;
  trial: { offer: Offer; result: Trial | null } | null;
  done: "draft" | "publish" | "ask" | "withdraw" | null;
  base: string;
  submissionKey: string;
  refusal: Refusal | null;
};

/** Every discount scheme with its lines in words. */
export function SchemesPage(props: OffersPageProps<SchemeView, SchemeTrial>) {
  const { t, day } = useTexts();
  const { offers, publishes, asked, trial, done, base, submissionKey, refusal } = props;
  const add = (
    <LinkButton to={`${base}/new`} variant="primary" icon={Plus}>
      {t("management.newScheme")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("places.schemes")} actions={add} />
      <Flash message={done && t(`management.done_${done}`)} />
      <RefusalNote refusal={refusal} />
      {offers.length === 0 && (
        <Panel>
          <EmptyState
            icon={TicketPercent}
            title={t("management.noSchemes")}
            text={t("management.noSchemesText")}
            action={add}
          />
        </Panel>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2 2xl:grid-cols-3">
        {offers.map((offer) => (
          <Panel
            key={offer.id}
            title={
              <span className="flex flex-wrap items-center gap-2">
                {offer.name} <OfferStatusBadge status={offer.status} />
              </span>
            }
            lead={`${day(offer.from)} – ${offer.until ? day(offer.until) : ""}`}
            actions={<OfferActions offer={offer} publishes={publishes} />}
          >
            <ul className="flex list-disc flex-col gap-1.5 pl-5">
              {offer.lines.map((line) => (
                <SchemeLine key={line.id} line={line} />
              ))}
            </ul>
          </Panel>
        ))}
      </div>
      {asked && (
        <OfferQuestion ask={asked.ask} offer={asked.offer} publishes={publishes} submissionKey={submissionKey} />
      )}
      {trial && <SchemeTrialDialog name={trial.offer.name} trial={trial.result} />}
    </>
  );
}

function SchemeLine({ line }: { line: DiscountLine }) {
  const { t, money, unitPrice, enumLabel } = useTexts();
  const { planKinds, signWithinDays } = line.conditions;
  const value = (() => {
    if (line.kind === "MULTIPLY") return percentFromPpm(line.factor);
    if (line.kind === "POINTS") return percentFromPpm(line.points);
    return line.kind === "TOTAL_OFF" ? money(line.amount) : unitPrice(line.perSquareMetre);
  })();
  const limits = [
    ...(planKinds ?? []).map((kind) => t("management.onlyPlan", { plan: enumLabel("planKind", kind) })),
    ...(signWithinDays === undefined ? [] : [t("management.onlySign", { days: signWithinDays })]),
  ];
  return (
    <li>
      {line.name} · <span className="figures">{t(`management.fact_${line.kind}`, { value })}</span>
      {limits.length > 0 && <span className="text-sm text-ink-soft"> · {limits.join(" · ")}</span>}
    </li>
  );
}

function SchemeTrialDialog({ name, trial }: { name: string; trial: SchemeTrial | null }) {
  const { t, enumLabel } = useTexts();
  const queryLink = useQueryLink();
  const steps = trial?.derivation.steps ?? [];
  return (
    <Dialog title={`${name} · ${t("management.tryOn")}`} closeTo={queryLink({ try: null })}>
      {trial ? (
        <Derivation
          title={t("management.trySample", { unit: trial.unit })}
          lines={steps.map((step) => ({
            label: enumLabel("derivationStep", step.kind),
            ...(step.name ? { note: step.name } : {}),
            fen: step.change,
          }))}
          total={{ label: t("pricing.dealPrice"), fen: trial.derivation.final }}
        />
      ) : (
        <p>{t("management.noSample")}</p>
      )}
    </Dialog>
  );
}
