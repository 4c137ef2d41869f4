import { useTexts } from "~/i18n/use-texts";
import { Countdown } from "~/ui/countdown";
import { ProgressLine, type Step } from "~/ui/progress-line";
import type { DealDetail } from "../get-deal.server";

const ORDER = ["hold", "subscription", "contract", "filed", "paid"] as const;

/** How far the sale has come, from hold to paid up. */
export function DealProgress({ deal }: { deal: DealDetail }) {
  const texts = useTexts();
  const { t } = texts;
  const done = doneSteps(deal);
  const current = deal.endedAt ? -1 : done.findIndex((one) => !one);
  const words = [
    "deals.stepHold",
    "deals.stepSubscription",
    "deals.stepContract",
    "deals.stepFiled",
    "deals.stepPaid",
  ] as const;
  const steps: Step[] = ORDER.map((name, at) => ({
    label: t(words[at] ?? "deals.stepHold"),
    note: <Note name={name} deal={deal} />,
    state: done[at] ? "done" : at === current ? "current" : "open",
  }));
  return <ProgressLine label={t("deals.progress")} steps={steps} />;
}

function doneSteps({ subscription, contract, filing, money }: DealDetail): boolean[] {
  const filed = filing?.state === "FILED" || filing?.state === "RECORDED";
  return [true, subscription?.effectiveOn != null, contract !== null, filed, contract !== null && money.open === 0];
}

function Note({ name, deal }: { name: (typeof ORDER)[number]; deal: DealDetail }) {
  const { t, day, moment } = useTexts();
  const { subscription, contract, filing } = deal;
  if (name === "hold") {
    return deal.stage === "HELD" && deal.holdUntil ? <Countdown until={deal.holdUntil} /> : moment(deal.enteredAt);
  }
  if (name === "subscription" && subscription) {
    if (subscription.effectiveOn) return <>{t("deals.effectiveOn", { day: day(subscription.effectiveOn) })}</>;
    return subscription.payBy && deal.stage === "HELD" ? t("deals.payBy", { at: subscription.payBy }) : null;
  }
  if (name === "contract") {
    if (contract?.signedOn) return <>{day(contract.signedOn)}</>;
    return subscription?.signBy && deal.stage === "RESERVED"
      ? t("deals.signByDay", { day: day(subscription.signBy) })
      : null;
  }
  if (name === "filed" && filing?.filedOn) return <>{day(filing.filedOn.toISOString())}</>;
  return null;
}
