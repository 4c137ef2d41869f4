import { ArrowRight, CircleCheck, Hourglass } from "lucide-react";
import type { SettingOrigin } from "~/domain/setting";
import { useTexts } from "~/i18n/use-texts";
import { LinkButton } from "~/ui/button";
import { useQueryLink } from "~/ui/query-link";
import { SettingNotes } from "~/ui/setting-note";
import type { DealDetail } from "../get-deal.server";

type Props = {
  deal: DealDetail;
  base: string;
  payByHours: number;
  filingDays: number;
  settings: readonly SettingOrigin[];
};

/** The one step that takes the deal further: what it does, and a button for whoever may do it. */
export function NextStepPanel({ deal, base, payByHours, filingDays, settings }: Props) {
  const { t, enumLabel, money, moment } = useTexts();
  const { next } = deal;
  if (deal.endedAt) {
    const ending = t("deals.endedAs", { stage: enumLabel("dealStage", deal.stage), at: moment(deal.endedAt) });
    return <Box title={t("deals.ended")} text={`${ending}${reasonOf(deal, enumLabel)}`} />;
  }
  if (!next) return <Box icon={<CircleCheck className="text-good" />} title={t("deals.doneAll")} />;
  const role = enumLabel("role", next.who);
  const text = t(`deals.next_${next.action}_text`, {
    role,
    amount: money(amountOf(deal)),
    hours: payByHours,
    days: filingDays,
  });
  return (
    <Box
      icon={next.action === "AWAIT" ? <Hourglass className="text-warn" /> : <ArrowRight className="text-accent" />}
      label={t("deals.nextStep")}
      title={t(`deals.next_${next.action}`)}
      text={text}
      settings={settings}
    >
      {next.mine ? (
        <NextButton deal={deal} base={base} />
      ) : (
        <span className="text-sm text-ink-soft">{t("deals.nextFor", { role })}</span>
      )}
    </Box>
  );
}

const ASKS = {
  CONFIRM: "confirm",
  SIGN: "sign",
  FILE: "file",
  RECORD: "record",
  EXTEND_SIGN_BY: "extendSignBy",
} as const;

function NextButton({ deal, base }: { deal: DealDetail; base: string }) {
  const { t } = useTexts();
  const queryLink = useQueryLink();
  const { next } = deal;
  if (!next) return null;
  const { action } = next;
  if (action === "AWAIT") {
    const to = `${base.replace("/onsite/", "/management/")}/approvals`;
    return (
      <LinkButton variant="primary" to={to}>
        {t("deals.toApproval")}
      </LinkButton>
    );
  }
  const to =
    action === "DRAFT"
      ? `${base}/deals/${deal.id}/draft`
      : action === "CONTRACT"
        ? `${base}/deals/${deal.id}/contract`
        : action in ASKS
          ? queryLink({ ask: ASKS[action as keyof typeof ASKS], done: null })
          : `${base}/cashier?deals=${deal.id}`;
  return (
    <LinkButton variant="primary" to={to} preventScrollReset>
      {t(`deals.next_${action}`)}
    </LinkButton>
  );
}

function amountOf({ next, money, subscription }: DealDetail): number {
  if (next?.action === "TAKE_EARNEST") return Math.max(0, (subscription?.earnestFen ?? 0) - money.forHome);
  if (next?.action === "TAKE_FIRST") return next.missingFen;
  return next?.action === "SIGN" ? (subscription?.dealFen ?? 0) : money.open;
}

function reasonOf(deal: DealDetail, enumLabel: ReturnType<typeof useTexts>["enumLabel"]): string {
  const { endReason } = deal;
  return endReason === "TIME_UP" || endReason === "GIVEN_UP" ? ` · ${enumLabel("endReason", endReason)}` : "";
}

type BoxProps = {
  icon?: React.ReactNode;
  label?: string;
  title: string;
  text?: string;
  settings?: readonly SettingOrigin[];
  children?: React.ReactNode;
};

function Box({ icon, label, title, text, settings = [], children }: BoxProps) {
  return (
    <section className="card flex flex-wrap items-center gap-x-4 gap-y-3 border-l-4 border-l-accent px-4 py-3">
      {icon && <span aria-hidden>{icon}</span>}
      <div className="min-w-60 flex-1">
        {label && <p className="text-xs text-ink-faint">{label}</p>}
        <h2 className="text-base">{title}</h2>
        {text && <p className="text-sm text-ink-soft">{text}</p>}
        <SettingNotes of={settings} />
      </div>
      {children}
    </section>
  );
}
