import { CalendarClock } from "lucide-react";
import type { Due, PlanLine } from "~/domain/payment-plan";
import type { PlanTrial, PlanView } from "~/features/pricing/list-offers.server";
import type { Texts } from "~/i18n/texts";
import { useTexts } from "~/i18n/use-texts";
import { Derivation } from "~/ui/derivation";
import { Dialog } from "~/ui/dialog";
import { useQueryLink } from "~/ui/query-link";
import { StatusBadge } from "~/ui/status-badge";
import { OffersFrame, type OffersPageProps } from "./offers-frame";

const WORDS = {
  title: "places.plans",
  add: "management.newPlan",
  none: "management.noPlans",
  noneText: "management.noPlansText",
} as const;

/** Every payment plan with its instalments in words. */
export function PlansPage({ trial, ...of }: OffersPageProps<PlanView, PlanTrial>) {
  const { enumLabel } = useTexts();
  return (
    <OffersFrame
      {...of}
      words={WORDS}
      icon={CalendarClock}
      lead={({ kind }) => enumLabel("planKind", kind)}
      lines={({ lines }) => (
        <ol className="flex list-decimal flex-col gap-1.5 pl-5">
          {lines.map((line) => (
            <PlanLineItem key={line.id} line={line} />
          ))}
        </ol>
      )}
    >
      {trial && <PlanTrialDialog name={trial.offer.name} trial={trial.result} />}
    </OffersFrame>
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
