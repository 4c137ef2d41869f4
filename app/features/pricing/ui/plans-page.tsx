import { CalendarClock, Plus } from "lucide-react";
import type { Due, PlanLine } from "~/domain/payment-plan";
import type { PlanTrial, PlanView } from "~/features/pricing/list-offers.server";
import type { Texts } from "~/i18n/texts";
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
import { StatusBadge } from "~/ui/status-badge";
import { OfferActions, OfferQuestion } from "./offer-actions";
import { OfferStatusBadge } from "./offer-status";
import type { OffersPageProps } from "./schemes-page";

/** Every payment plan with its instalments in words. */
export function PlansPage(props: OffersPageProps<PlanView, PlanTrial>) {
  const texts = useTexts();
  const { t, enumLabel } = texts;
  const { offers, publishes, asked, trial, done, base, submissionKey, refusal } = props;
  const add = (
    <LinkButton to={`${base}/new`} variant="primary" icon={Plus}>
      {t("management.newPlan")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("places.plans")} actions={add} />
      <Flash message={done && t(`management.done_${done}`)} />
      <RefusalNote refusal={refusal} />
      {offers.length === 0 && (
        <Panel>
          <EmptyState
            icon={CalendarClock}
            title={t("management.noPlans")}
            text={t("management.noPlansText")}
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
            lead={enumLabel("planKind", offer.kind)}
            actions={<OfferActions offer={offer} publishes={publishes} />}
          >
            <ol className="flex list-decimal flex-col gap-1.5 pl-5">
              {offer.lines.map((line) => (
                <PlanLineItem key={line.id} line={line} />
              ))}
            </ol>
          </Panel>
        ))}
      </div>
      {asked && (
        <OfferQuestion ask={asked.ask} offer={asked.offer} publishes={publishes} submissionKey={submissionKey} />
      )}
      {trial && <PlanTrialDialog name={trial.offer.name} trial={trial.result} />}
    </>
  );
}

function PlanLineItem({ line }: { line: PlanLine }) {
  const texts = useTexts();
  const { t, percent, money } = texts;
  const { amount } = line;
  const share =
    amount.kind === "PERCENT"
      ? percent(amount.share)
      : amount.kind === "AMOUNT"
        ? money(amount.amount)
        : t("management.share_REMAINDER");
  return (
    <li>
      {line.item} · <span className="figures">{share}</span>
      <span className="text-sm text-ink-soft"> · {dueText(line.due, texts)}</span>{" "}
      {line.loan && <StatusBadge tone="info">{t("management.loan")}</StatusBadge>}{" "}
      {line.earnestCounts && <StatusBadge>{t("management.earnestCounts")}</StatusBadge>}
    </li>
  );
}

function dueText(due: Due, { t, day, enumLabel }: Texts): string {
  if (due.event === "FIXED_DATE") return day(due.on);
  const event = enumLabel("dueEvent", due.event);
  return due.days === 0 ? t("management.dueAt", { event }) : t("management.dueAfter", { event, days: due.days });
}

function PlanTrialDialog({ name, trial }: { name: string; trial: PlanTrial | null }) {
  const texts = useTexts();
  const { t, money, day } = texts;
  const queryLink = useQueryLink();
  return (
    <Dialog title={`${name} · ${t("management.tryOn")}`} closeTo={queryLink({ try: null })}>
      {trial ? (
        <Derivation
          title={`${t("management.trySample", { unit: trial.unit })} · ${t("management.scheduleOf", { price: money(trial.price) })}`}
          lines={trial.schedule.map((line) => ({
            label: line.item ?? t("common.earnest"),
            note: line.dueOn ? day(line.dueOn) : dueText(line.due, texts),
            fen: line.amount,
          }))}
          total={{ label: t("common.total"), fen: trial.price }}
        />
      ) : (
        <p>{t("management.noSample")}</p>
      )}
    </Dialog>
  );
}
